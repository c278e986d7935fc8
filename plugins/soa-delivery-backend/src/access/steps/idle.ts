import type { AccountChange } from '../store';

/** Nothing is under way any more. */
export const IDLE: AccountChange = {
  step: 'idle',
  batch: undefined,
  writeRequestedAt: undefined,
  runRequestedAt: undefined,
  runId: undefined,
  runStatus: undefined,
  needsPerson: false,
};
