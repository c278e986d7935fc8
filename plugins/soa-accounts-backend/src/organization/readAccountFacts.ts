import { ListTagsForResourceCommand } from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Account } from '@backstage-soa/plugin-soa-common';
import type { AccountFacts, AccountTags } from './AccountTags';
import { allPages } from './allPages';

/**
 * What an account's tags say of it. Where they cannot be read, what was last
 * known of it stays.
 */
export async function readAccountFacts(options: {
  client: OrganizationsClient;
  accountId: string;
  tags: AccountTags;
  lastKnown: Account | undefined;
  signal?: AbortSignal;
}): Promise<{ facts: AccountFacts; problems: string[] }> {
  const { client, accountId, tags, lastKnown, signal } = options;
  try {
    const list = await allPages(async NextToken => {
      const page = await client.send(
        new ListTagsForResourceCommand({ ResourceId: accountId, NextToken }),
        { abortSignal: signal },
      );
      return { items: page.Tags, next: page.NextToken };
    });
    return tags.read(
      Object.fromEntries(
        list.flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : [])),
      ),
    );
  } catch (error) {
    signal?.throwIfAborted();
    const { facts } = tags.read({});
    return {
      facts: lastKnown
        ? {
            environment: lastKnown.environment,
            runtimes: lastKnown.runtimes,
            regions: lastKnown.regions,
            owner: lastKnown.owner,
            businessUnit: lastKnown.businessUnit,
            allowedOwners: lastKnown.allowedOwners,
          }
        : facts,
      problems: [
        `its tags could not be read, and what they last said stays: ${error}`,
      ],
    };
  }
}
