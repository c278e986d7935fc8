import type { Knex } from 'knex';
import type { CloudTrailRecord } from '../record';
import { insertOwners, OWNER_TABLES } from './insertEvents';
import type { EventRow } from './rows';
import { toEventRow } from './toRows';
import type { StoredEvent } from './toRows';

/** A record that is stored, and the event that has been made of it. */
export interface StoredRecordRow {
  account: string;
  record: CloudTrailRecord;
  /** As it is stored: whoever builds on another one replaces nothing. */
  before: string;
  /** As they are stored: `ws-…`. */
  workspaceIds: string[];
  /** What it was last held against. */
  indexVersion: string;
}

/** A stored record that was assessed anew. */
export type ReassessedEvent = StoredEvent & Pick<StoredRecordRow, 'before'>;

/** The columns of which {@link toStoredRecord} makes a row. */
export const STORED_RECORD_COLUMNS = [
  'account',
  'record',
  'event',
  'workspace_ids',
  'index_version',
] as const;

export function toStoredRecord({
  account,
  record,
  event,
  workspace_ids,
  index_version,
}: Pick<EventRow, (typeof STORED_RECORD_COLUMNS)[number]>): StoredRecordRow {
  return {
    account,
    record: JSON.parse(record),
    before: event,
    workspaceIds: JSON.parse(workspace_ids),
    indexVersion: index_version,
  };
}

/** Whether an event that was assessed anew is what is stored already. */
export function isUnchanged(
  { event, workspaceIds }: StoredEvent,
  stored: StoredRecordRow,
): boolean {
  return (
    JSON.stringify(event) === stored.before &&
    JSON.stringify(workspaceIds) === JSON.stringify(stored.workspaceIds)
  );
}

/**
 * Puts events that were assessed anew in the place of what was stored.
 *
 * @returns those that somebody else has replaced meanwhile, as they are now
 */
export async function replaceEvents(
  tx: Knex.Transaction,
  events: readonly ReassessedEvent[],
): Promise<StoredRecordRow[]> {
  const changed: StoredRecordRow[] = [];
  for (const stored of events) {
    const { event_time, event_id, ...row } = toEventRow(stored);
    const replaced = await tx<EventRow>('soa_audit_events')
      .where({ event_time, event_id, event: stored.before })
      .update(row);
    if (replaced === 0) {
      const rows = await tx<EventRow>('soa_audit_events')
        .select(...STORED_RECORD_COLUMNS)
        .where({ event_time, event_id });
      changed.push(...rows.map(toStoredRecord));
    } else {
      for (const table of OWNER_TABLES) {
        await tx(table).where({ event_time, event_id }).delete();
      }
      await insertOwners(tx, [stored]);
    }
  }
  return changed;
}
