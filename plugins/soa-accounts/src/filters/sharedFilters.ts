/** What every tab can be narrowed by, and takes along to the next one. */
export const SHARED_FILTERS = [
  'service',
  'account',
  'environment',
  'runtime',
  'region',
  'state',
] as const;

/** @see {@link SHARED_FILTERS} */
export type SharedFilter = (typeof SHARED_FILTERS)[number];
