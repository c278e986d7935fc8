import type { DeployAccess } from '@backstage-soa/plugin-soa-common';

/** How far the roles of a workspace are, in words, with a link to their run. */
export function describeAccess(access: DeployAccess): string {
  const { state, account, reason, run } = access;
  switch (state) {
    case 'ready':
      return 'has deploy access';
    case 'unmanaged':
      return `deploy access in ${account} is not made by this portal`;
    case 'waiting':
      return [`waits for deploy access. ${reason ?? ''}`.trim(), run?.url]
        .filter(Boolean)
        .join(' ');
    default:
      return `has no deploy access. ${reason ?? ''}`.trim();
  }
}

/** What asking for them would do. */
export function wouldBe(access: DeployAccess): string {
  const { state, account, reason } = access;
  switch (state) {
    case 'absent':
      return `would be given deploy access in ${account}${
        reason ? `, which has failed before. ${reason}` : ''
      }`;
    case 'ready':
      return 'has deploy access: nothing to change';
    default:
      return describeAccess(access);
  }
}
