import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { AbandonedEntries, absentFor } from './AbandonedEntries';
import type {
  AccessEntry,
  AccessKey,
  AccessWish,
  EntryChange,
} from './AccessEntry';
import type { AccountChange, AccountRecord } from './AccountRecord';
import { inOrder } from './inOrder';
import { requestEntries } from './requestEntries';
import { toAccount, toAccountColumns, toEntry, toEntryColumns } from './rows';
import type { AccountRow, EntryRow } from './rows';

const ENTRIES = 'soa_access_entries';
const ACCOUNTS = 'soa_access_accounts';

/** Which workspaces deploy into which accounts: the truth of it. */
export class AccessStore {
  /** Those that nobody may need any more. */
  readonly abandoned: AbandonedEntries;

  /** @param knex - of a database that was migrated */
  constructor(
    private readonly knex: Knex,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.abandoned = new AbandonedEntries(knex, now);
  }

  /** Asking for the same again changes nothing, but what has failed is tried again. */
  async request(wishes: readonly AccessWish[]): Promise<void> {
    await requestEntries(this.knex, wishes, this.now().toISOString());
  }

  /**
   * Asks for entries to be taken away. Asking again changes nothing, but what could
   * not be taken away is tried again.
   */
  async remove(keys: readonly AccessKey[], requestedBy: string): Promise<void> {
    await this.knex.transaction(async tx => {
      for (const { organization, account, workspace } of inOrder(keys)) {
        await tx<EntryRow>(ENTRIES)
          .where({ organization, account, workspace })
          .andWhere(differs =>
            differs.where('state', 'failed').orWhere('wish', '<>', 'absent'),
          )
          .update({
            ...absentFor(requestedBy),
            revision: tx.raw('revision + 1'),
            queued_at: this.now().toISOString(),
          });
      }
    });
  }

  /** Knows nothing of entries any more: somebody else sees to their accounts. */
  async forget(keys: readonly AccessKey[]): Promise<void> {
    await this.knex.transaction(async tx => {
      for (const { organization, account, workspace } of inOrder(keys)) {
        await tx<EntryRow>(ENTRIES)
          .where({ organization, account, workspace })
          .delete();
      }
    });
  }

  async list(filter: {
    componentRef?: string;
    organization?: string;
    account?: string;
  }): Promise<AccessEntry[]> {
    const { componentRef, organization, account } = filter;
    const rows = await this.knex<EntryRow>(ENTRIES)
      .where({
        ...(componentRef && { component_ref: componentRef }),
        ...(organization && { organization }),
        ...(account && { account }),
      })
      .orderBy(['organization', 'account', 'workspace']);
    return rows.map(toEntry);
  }

  /**
   * Those that no run may rely on at a time: not ready, or not for long enough. What
   * could not be taken away is still there.
   */
  async listUnready(readyBefore: Date): Promise<AccessEntry[]> {
    const rows = await this.knex<EntryRow>(ENTRIES)
      .where(unready =>
        unready
          .where('state', '<>', 'ready')
          .orWhere('ready_at', '>', readyBefore.toISOString()),
      )
      .whereNot(kept =>
        kept.where({ wish: 'absent', state: 'failed' }).whereNotNull('applied'),
      );
    return rows.map(toEntry);
  }

  async account(
    organization: string,
    account: string,
  ): Promise<AccountRecord | undefined> {
    const row = await this.knex<AccountRow>(ACCOUNTS)
      .where({ organization, account })
      .first();
    return row && toAccount(row);
  }

  /** The accounts for which there is something to do, those that waited longest first. */
  async listDue(at: Date): Promise<AccountRecord[]> {
    const rows = await this.knex<AccountRow>(ACCOUNTS)
      .where(open =>
        open
          .whereNot('step', 'idle')
          .orWhereExists(requested =>
            requested
              .from(ENTRIES)
              .where('state', 'requested')
              .whereRaw(
                `${ENTRIES}.organization = ${ACCOUNTS}.organization AND ${ENTRIES}.account = ${ACCOUNTS}.account`,
              ),
          ),
      )
      .andWhere(due =>
        due
          .whereNull('next_attempt_at')
          .orWhere('next_attempt_at', '<=', at.toISOString()),
      );
    return rows
      .map(toAccount)
      .sort((a, b) =>
        (a.nextAttemptAt ?? '') < (b.nextAttemptAt ?? '') ? -1 : 1,
      );
  }

  /** The account whose run is followed, if there is one and its turn has come. */
  async findFollowing(
    organization: string,
    runId: string,
    at: Date,
  ): Promise<AccountRecord | undefined> {
    const row = await this.knex<AccountRow>(ACCOUNTS)
      .where({ organization, run_id: runId, step: 'following' })
      .andWhere(due =>
        due
          .whereNull('next_attempt_at')
          .orWhere('next_attempt_at', '<=', at.toISOString()),
      )
      .first();
    return row && toAccount(row);
  }

  /**
   * Changes an account and entries of it, all or nothing.
   *
   * @returns the account as it is now
   * @throws ConflictError if somebody else has changed it meanwhile
   */
  async change(
    record: AccountRecord,
    change: AccountChange,
    entries: readonly EntryChange[] = [],
  ): Promise<AccountRecord> {
    const { organization, account, version } = record;
    const next = { version: version + 1 };
    await this.knex.transaction(async tx => {
      const changed = await tx<AccountRow>(ACCOUNTS)
        .where({ organization, account, version })
        .update({ ...toAccountColumns(change), ...next });
      if (changed === 0) {
        throw new ConflictError(
          `The access of account ${account} has been changed meanwhile`,
        );
      }
      for (const { workspace, whenState, whenRevision, to } of inOrder(
        entries,
      )) {
        const entry = tx<EntryRow>(ENTRIES).where({
          organization,
          account,
          workspace,
          ...(whenState && { state: whenState }),
          ...(whenRevision !== undefined && { revision: whenRevision }),
        });
        await (to ? entry.update(toEntryColumns(to)) : entry.delete());
      }
    });
    return { ...record, ...change, ...next };
  }
}
