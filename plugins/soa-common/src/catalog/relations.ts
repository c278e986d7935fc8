/**
 * From a component to an account that it has a placement in.
 *
 * @public
 */
export const RELATION_RUNS_IN = 'runsIn';

/**
 * From an account to a component that has a placement in it.
 *
 * @public
 */
export const RELATION_HOSTS = 'hosts';
