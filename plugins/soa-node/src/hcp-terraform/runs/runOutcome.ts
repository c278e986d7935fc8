const APPLIED = ['applied', 'planned_and_finished'];
const FAILED = [
  'errored',
  'discarded',
  'canceled',
  'force_canceled',
  'policy_soft_failed',
];

/**
 * What a run's status means for whoever waits for it. A status that is not
 * known means that the run goes on.
 *
 * @public
 */
export function runOutcome(status: string): 'applied' | 'failed' | 'going-on' {
  if (APPLIED.includes(status)) {
    return 'applied';
  }
  return FAILED.includes(status) ? 'failed' : 'going-on';
}
