import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { AccessKey } from '../store';

export function keyOf({ workspace, account }: ResolvedPlacement): AccessKey {
  const [organization, name] = workspace.split('/');
  return { organization, account, workspace: name };
}

/** Each account once. */
export function accountsOf(
  keys: readonly AccessKey[],
): Array<Pick<AccessKey, 'organization' | 'account'>> {
  return [
    ...new Map(
      keys.map(({ organization, account }) => [
        `${organization}/${account}`,
        { organization, account },
      ]),
    ).values(),
  ];
}

export function identityOf({
  organization,
  account,
  workspace,
}: AccessKey): string {
  return [organization, account, workspace].join('/');
}

export function nameOf({ organization, workspace }: AccessKey): string {
  return `${organization}/${workspace}`;
}
