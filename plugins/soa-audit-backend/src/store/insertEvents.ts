import type { Knex } from 'knex';
import { insertIgnore } from './insertIgnore';
import type { EventRow } from './rows';
import { attributionRows, toEventRow, workspaceRows } from './toRows';
import type { StoredEvent } from './toRows';

/** Where it is kept whose an event is. */
export const OWNER_TABLES = [
  'soa_audit_attributions',
  'soa_audit_workspace_events',
];

/** Stores events that are new; those that are there already stay as they are. */
export async function insertEvents(
  tx: Knex.Transaction,
  events: readonly StoredEvent[],
): Promise<void> {
  const added: Array<Pick<EventRow, 'event_time' | 'event_id'>> =
    await insertIgnore(tx, 'soa_audit_events', events.map(toEventRow), [
      'event_time',
      'event_id',
    ]);
  const ids = new Set(added.map(row => `${row.event_time} ${row.event_id}`));
  // What is there already may have been held against a newer index.
  await insertOwners(
    tx,
    events.filter(({ event }) =>
      ids.has(`${event.eventTime} ${event.eventId}`),
    ),
  );
}

/** Stores whose events are. */
export async function insertOwners(
  tx: Knex.Transaction,
  events: readonly StoredEvent[],
): Promise<void> {
  const [entities, workspaces] = OWNER_TABLES;
  await insertIgnore(tx, entities, events.flatMap(attributionRows));
  await insertIgnore(tx, workspaces, events.flatMap(workspaceRows));
}
