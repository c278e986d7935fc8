import type { Knex } from 'knex';
import type { AccessEntry } from './AccessEntry';
import { toEntry } from './rows';
import type { EntryRow } from './rows';

/** As Backstage names this plugin where no person asks for something. */
const ITSELF = 'plugin:soa-delivery';

/** What is kept of an entry once somebody has it taken away. */
export function absentFor(requestedBy: string) {
  return {
    wish: 'absent',
    state: 'requested',
    removal_requested_by: requestedBy,
    reason: null,
    suspects: null,
    missing_since: null,
  };
}

/** The entries that may have to go without anybody's asking. */
export class AbandonedEntries {
  constructor(private readonly knex: Knex, private readonly now: () => Date) {}

  /** Those of which nothing is under way. */
  async listSettled(): Promise<AccessEntry[]> {
    const rows = await this.knex<EntryRow>('soa_access_entries')
      .whereIn('state', ['ready', 'failed'])
      .orderBy(['organization', 'account', 'workspace']);
    return rows.map(toEntry);
  }

  /** Notes since when the workspace of an entry is missing: `undefined`, it is not. */
  async noteMissing(
    entry: AccessEntry,
    missingSince: string | undefined,
  ): Promise<void> {
    await this.#asItIs(entry).update({ missing_since: missingSince ?? null });
  }

  /**
   * Asks for an entry to be taken away, unless somebody has asked for it since it
   * was read.
   *
   * @returns whether it was asked for
   */
  async release(entry: AccessEntry): Promise<boolean> {
    const released = await this.#asItIs(entry).update({
      ...absentFor(ITSELF),
      revision: this.knex.raw('revision + 1'),
      queued_at: this.now().toISOString(),
    });
    return released > 0;
  }

  #asItIs({
    organization,
    account,
    workspace,
    state,
    revision,
    missingSince,
  }: AccessEntry) {
    return this.knex<EntryRow>('soa_access_entries').where({
      organization,
      account,
      workspace,
      state,
      revision,
      missing_since: missingSince ?? null,
    });
  }
}
