import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';

const BY = 'triggered via Backstage by ';
const STARTER = new RegExp(`\\b${BY}(user:[^\\s/]+/[^\\s/]+)$`, 'i');

/**
 * What a run says of why it is, and who started it. The end is ours: no words of a
 * person end it as those do by which rollouts and tasks find their runs again.
 */
export function runMessage(
  words: string | undefined,
  userEntityRef: string,
): string {
  const what = words?.trim();
  const by = `${BY}${userEntityRef}`;
  return what ? `${what}, ${by}` : `${by[0].toUpperCase()}${by.slice(1)}`;
}

/** Who a run says has started it, on the page of its workspace. */
export function starterOf({
  message,
}: Pick<HcpTerraformRun, 'message'>): string | undefined {
  return message && STARTER.exec(message)?.[1];
}
