import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';

/** How `soa-delivery` ends the messages of the runs that its rollouts start. */
const MARKER = /\brollout ([\w-]+)\/\d+ \([a-z-]+\)$/;

/**
 * The rollout that a run says that it is of. Anybody who may start a run can write
 * that, and all that they have of it is a run that is not applied from here.
 */
export function rolloutOf({
  message,
}: Pick<HcpTerraformRun, 'message'>): string | undefined {
  return message && MARKER.exec(message)?.[1];
}
