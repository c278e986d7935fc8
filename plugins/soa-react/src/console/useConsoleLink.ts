import { configApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * Makes links that open AWS's console in the right account: through the access portal of
 * IAM Identity Center that `soa.console.accessPortalUrl` names, as its shortcut links
 * do. Without it there are none: a link would open whatever account somebody is signed
 * in to.
 *
 * @returns `undefined` where no access portal is configured
 * @public
 */
export function useConsoleLink():
  | ((accountId: string, destination: string) => string)
  | undefined {
  const config = useApi(configApiRef).getOptionalConfig('soa.console');
  const portal = config?.getOptionalString('accessPortalUrl');
  // Whatever else a configuration holds must not become a link.
  if (!portal || !/^https?:\/\//.test(portal)) {
    return undefined;
  }
  const role = config?.getOptionalString('permissionSet');
  return (accountId, destination) => {
    const query = new URLSearchParams({
      account_id: accountId,
      ...(role && { role_name: role }),
      destination,
    });
    return `${portal.replace(/\/+$/, '')}/#/console?${query}`;
  };
}
