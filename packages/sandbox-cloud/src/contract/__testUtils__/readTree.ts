import {
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
} from '@aws-sdk/client-organizations';
import type {
  Account,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { allPages } from './allPages';

// Small, so that there are several pages.
const MaxResults = 3;

/** Every account, with the names of the units above it. */
export async function readTree(
  client: OrganizationsClient,
): Promise<Array<{ path: string[]; account: Account }>> {
  const { items: roots } = await allPages(async NextToken => {
    const page = await client.send(new ListRootsCommand({ NextToken }));
    return { items: page.Roots, NextToken: page.NextToken };
  });
  const below = async (
    ParentId: string,
    path: string[],
  ): Promise<Array<{ path: string[]; account: Account }>> => {
    const { items: accounts } = await allPages(async NextToken => {
      const page = await client.send(
        new ListAccountsForParentCommand({ ParentId, MaxResults, NextToken }),
      );
      return { items: page.Accounts, NextToken: page.NextToken };
    });
    const { items: units } = await allPages(async NextToken => {
      const page = await client.send(
        new ListOrganizationalUnitsForParentCommand({
          ParentId,
          MaxResults,
          NextToken,
        }),
      );
      return { items: page.OrganizationalUnits, NextToken: page.NextToken };
    });
    const found = accounts.map(account => ({ path, account }));
    for (const unit of units) {
      found.push(...(await below(unit.Id!, [...path, unit.Name!])));
    }
    return found;
  };
  return below(roots[0].Id!, []);
}
