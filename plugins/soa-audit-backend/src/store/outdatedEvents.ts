import type { Knex } from 'knex';
import { olderThan } from './olderThan';
import type { EventPlace } from './olderThan';
import { STORED_RECORD_COLUMNS, toStoredRecord } from './replaceEvents';
import type { ReassessedEvent, StoredRecordRow } from './replaceEvents';
import type { EventRow } from './rows';

/**
 * The versions of the index that events were last held against, beside the one
 * that is given. What was left over by who did not come to the end is first: its
 * newest event is the oldest.
 *
 * A look into the database's index for each version, however many events there
 * are.
 */
export async function listOutdatedVersions(
  knex: Knex,
  indexVersion: string,
): Promise<string[]> {
  const found: Array<{ version: string; newest: string }> = [];
  for (let after = ''; ; ) {
    const row = await knex<EventRow>('soa_audit_events')
      .where('index_version', '>', after)
      .orderBy('index_version')
      .first('index_version');
    if (!row) {
      break;
    }
    after = row.index_version;
    if (after !== indexVersion) {
      const [{ newest }] = await knex('soa_audit_events')
        .where({ index_version: after })
        .max({ newest: 'event_time' });
      found.push({ version: after, newest });
    }
  }
  return found
    .sort((a, b) => (a.newest < b.newest ? -1 : 1))
    .map(({ version }) => version);
}

/** Events that were last held against a version of the index, newest first. */
export async function listOfVersion(
  knex: Knex,
  indexVersion: string,
  page: { after?: EventPlace; limit: number },
): Promise<StoredRecordRow[]> {
  const query = knex<EventRow>('soa_audit_events')
    .select(...STORED_RECORD_COLUMNS)
    .where({ index_version: indexVersion })
    .orderBy([
      { column: 'event_time', order: 'desc' },
      { column: 'event_id', order: 'desc' },
    ])
    .limit(page.limit);
  if (page.after) {
    olderThan(query, page.after);
  }
  return (await query).map(toStoredRecord);
}

/**
 * Says that events are what an index makes of them, as long as they are as they
 * were.
 */
export async function stampEvents(
  knex: Knex,
  events: readonly ReassessedEvent[],
  indexVersion: string,
): Promise<void> {
  if (events.length > 0) {
    await knex<EventRow>('soa_audit_events')
      .whereIn(
        'event_id',
        events.map(({ event }) => event.eventId),
      )
      // The id is in it: each event is held against its own text.
      .whereIn(
        'event',
        events.map(({ before }) => before),
      )
      .update({ index_version: indexVersion });
  }
}
