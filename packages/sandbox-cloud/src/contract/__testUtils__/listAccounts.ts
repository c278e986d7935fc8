import { ListAccountsCommand } from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { allPages } from './allPages';

/** Every account, as the organisation lists them, and in how many pages. */
export function listAccounts(client: OrganizationsClient) {
  return allPages(async NextToken => {
    const page = await client.send(
      new ListAccountsCommand({ MaxResults: 3, NextToken }),
    );
    return { items: page.Accounts, NextToken: page.NextToken };
  });
}
