import { ListAccountsForParentCommand } from '@aws-sdk/client-organizations';
import type {
  Account as AwsAccount,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { OrganizationalUnit } from '@backstage-soa/plugin-soa-common';
import { allPages } from './allPages';

/**
 * The root or organizational unit that each account is in: from the accounts'
 * own paths where AWS gives them, else asked of unit after unit.
 *
 * @returns the unit by the account's id
 */
export async function readParents(options: {
  client: OrganizationsClient;
  accounts: readonly AwsAccount[];
  units: readonly OrganizationalUnit[];
  signal?: AbortSignal;
}): Promise<Map<string, OrganizationalUnit>> {
  const { client, accounts, units, signal } = options;
  const byId = new Map(units.map(unit => [unit.id, unit]));
  const parents = new Map<string, OrganizationalUnit>();
  for (const { Id, Paths } of accounts) {
    // `o-…/r-…/ou-…/`, perhaps with the account's own id at the end.
    const nearest = Paths?.[0]
      ?.split('/')
      .reverse()
      .map(part => byId.get(part))
      .find(unit => unit !== undefined);
    if (Id && nearest) {
      parents.set(Id, nearest);
    }
  }
  if (accounts.every(({ Id }) => Id && parents.has(Id))) {
    return parents;
  }
  for (const unit of units) {
    const children = await allPages(async NextToken => {
      const page = await client.send(
        new ListAccountsForParentCommand({ ParentId: unit.id, NextToken }),
        { abortSignal: signal },
      );
      return { items: page.Accounts, next: page.NextToken };
    });
    for (const { Id } of children) {
      if (Id) {
        parents.set(Id, unit);
      }
    }
  }
  return parents;
}
