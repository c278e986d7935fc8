import { ListTagsForResourceCommand } from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { isError } from '@backstage/errors';
import { FailuresInARow } from '../reading';
import { allPages } from './allPages';
import type { KeptTags } from './KeptTags';

// Each has been tried for minutes by then.
const MOST_FAILURES = 5;
// What AWS says of one account that is being closed or removed.
const OF_ONE_ACCOUNT = ['TargetNotFoundException', 'AccountNotFoundException'];
const DENIED = ['AccessDeniedException', 'AccessDenied'];

/** Reads tags of accounts. Where they cannot be read, those that were kept stay. */
export class AccountTagsReader {
  readonly #failures = new FailuresInARow(MOST_FAILURES);
  #notAsked = 0;
  #denial: unknown;

  constructor(
    private readonly options: {
      client: OrganizationsClient;
      now: () => Date;
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

  /**
   * @param changedAt - of a change that what is read will hold
   * @returns what to keep, the very object that was if that is still so
   * @throws if AWS has failed for some accounts in a row
   */
  async read(
    accountId: string,
    kept: KeptTags | undefined,
    changedAt: string | undefined,
  ): Promise<{ kept: KeptTags | undefined; problems: string[] }> {
    const { now, signal } = this.options;
    if (this.#denial) {
      this.#notAsked += 1;
      return { kept: notRead(kept), problems: [] };
    }
    try {
      // Before they are read: what changes meanwhile is younger.
      const readAt = now().toISOString();
      const tags = await this.#tagsOf(accountId);
      this.#failures.succeeded();
      return {
        kept: { tags, readAt, changedAt: changedAt ?? kept?.changedAt },
        problems: [],
      };
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
        kept: notRead(kept),
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
}

/** To be read the next time, whatever CloudTrail tells then. */
function notRead(kept: KeptTags | undefined): KeptTags | undefined {
  return kept && { ...kept, readAt: undefined };
}
