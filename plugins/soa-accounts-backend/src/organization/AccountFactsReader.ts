import { ListTagsForResourceCommand } from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Account } from '@backstage-soa/plugin-soa-common';
import { isError } from '@backstage/errors';
import { FailuresInARow } from '../reading';
import type { AccountFacts, AccountTags } from './AccountTags';
import { allPages } from './allPages';

// Each has been tried for minutes by then.
const MOST_FAILURES = 5;
// What AWS says of one account that is being closed or removed.
const OF_ONE_ACCOUNT = ['TargetNotFoundException', 'AccountNotFoundException'];
const DENIED = ['AccessDeniedException', 'AccessDenied'];

/**
 * Reads what accounts' tags say of them. Where they cannot be read, what was
 * last known of them stays.
 */
export class AccountFactsReader {
  readonly #failures = new FailuresInARow(MOST_FAILURES);
  #notAsked = 0;
  #denial: unknown;

  constructor(
    private readonly options: {
      client: OrganizationsClient;
      tags: AccountTags;
      signal?: AbortSignal;
    },
  ) {}

  /** What it did not even ask for, if anything. */
  get warnings(): string[] {
    return this.#notAsked > 0
      ? [
          `the tags of ${
            this.#notAsked
          } more accounts were not asked for, after ${MOST_FAILURES} in a row could not be read: ${
            this.#denial
          }`,
        ]
      : [];
  }

  /** @throws if AWS has failed for some accounts in a row */
  async read(
    accountId: string,
    lastKnown: Account | undefined,
  ): Promise<{ facts: AccountFacts; problems: string[] }> {
    const { tags, signal } = this.options;
    if (this.#denial) {
      this.#notAsked += 1;
      return { facts: this.#known(lastKnown), problems: [] };
    }
    try {
      const values = await this.#tagsOf(accountId);
      this.#failures.succeeded();
      return tags.read(values);
    } catch (error) {
      signal?.throwIfAborted();
      const name = isError(error) ? error.name : '';
      if (!OF_ONE_ACCOUNT.includes(name) && this.#failures.failed()) {
        if (!DENIED.includes(name)) {
          throw error;
        }
        this.#denial = error;
      }
      return {
        facts: this.#known(lastKnown),
        problems: [
          `its tags could not be read, and what they last said stays: ${error}`,
        ],
      };
    }
  }

  async #tagsOf(accountId: string): Promise<Record<string, string>> {
    const { client, signal } = this.options;
    const list = await allPages(async NextToken => {
      const page = await client.send(
        new ListTagsForResourceCommand({ ResourceId: accountId, NextToken }),
        { abortSignal: signal },
      );
      return { items: page.Tags, next: page.NextToken };
    });
    return Object.fromEntries(
      list.flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : [])),
    );
  }

  #known(lastKnown: Account | undefined): AccountFacts {
    return lastKnown
      ? {
          environment: lastKnown.environment,
          runtimes: lastKnown.runtimes,
          regions: lastKnown.regions,
          owner: lastKnown.owner,
          businessUnit: lastKnown.businessUnit,
          allowedOwners: lastKnown.allowedOwners,
        }
      : this.options.tags.read({}).facts;
  }
}
