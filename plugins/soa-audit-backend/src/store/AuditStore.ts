import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { AuditEventDetail } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import type { PipelineProof } from '../proof';
import { insertEvents, OWNER_TABLES } from './insertEvents';
import { insertIgnore } from './insertIgnore';
import { olderThan } from './olderThan';
import type { EventPlace } from './olderThan';
import {
  replaceEvents,
  STORED_RECORD_COLUMNS,
  toStoredRecord,
} from './replaceEvents';
import type { StoredRecordRow } from './replaceEvents';
import type { EventRow, PositionRow, ProofRow } from './rows';
import { savePosition } from './savePosition';
import type { NewPosition } from './savePosition';
import { toProofRow, toRejectedRow } from './toRows';
import type { RejectedRecord, StoredEvent } from './toRows';

const BATCH = 500;

/** The audit plugin's tables. */
export class AuditStore {
  static async create(database: DatabaseService): Promise<AuditStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@backstage-soa/plugin-soa-audit-backend',
          'migrations',
        ),
      });
    }
    return new AuditStore(knex);
  }

  private constructor(readonly knex: Knex) {}

  /** Stores new events and, with them, how far the source has read. */
  async insert(
    events: readonly StoredEvent[],
    proofs: readonly PipelineProof[],
    position?: NewPosition,
    rejected: readonly RejectedRecord[] = [],
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      await insertIgnore(tx, 'soa_audit_proofs', proofs.map(toProofRow));
      await insertEvents(tx, events);
      await insertIgnore(
        tx,
        'soa_audit_rejected_records',
        rejected.map(toRejectedRow),
      );
      if (position) {
        await savePosition(tx, position);
      }
    });
  }

  /**
   * Puts events that were assessed anew in the place of what was stored.
   *
   * @returns those that somebody else has replaced meanwhile, as they are now
   */
  async replace(
    events: ReadonlyArray<StoredEvent & Pick<StoredRecordRow, 'before'>>,
  ): Promise<StoredRecordRow[]> {
    return this.knex.transaction(tx => replaceEvents(tx, events));
  }

  /** Events that were last held against another index, newest first. */
  async listOutdated(
    indexVersion: string,
    page: { after?: EventPlace; limit: number },
  ): Promise<StoredRecordRow[]> {
    const query = this.knex<EventRow>('soa_audit_events')
      .select(...STORED_RECORD_COLUMNS)
      .whereNot('index_version', indexVersion)
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

  async listByAccessKeys(keys: readonly string[]): Promise<StoredRecordRow[]> {
    const rows = await this.knex<EventRow>('soa_audit_events')
      .select(...STORED_RECORD_COLUMNS)
      .whereIn('access_key_id', keys);
    return rows.map(toStoredRecord);
  }

  async findProofs(
    keys: Iterable<string>,
  ): Promise<Map<string, PipelineProof>> {
    const wanted = [...new Set(keys)];
    const proofs = new Map<string, PipelineProof>();
    for (let index = 0; index < wanted.length; index += BATCH) {
      const rows = await this.knex<ProofRow>('soa_audit_proofs').whereIn(
        'access_key_id',
        wanted.slice(index, index + BATCH),
      );
      for (const { access_key_id, data } of rows) {
        proofs.set(access_key_id, JSON.parse(data));
      }
    }
    return proofs;
  }

  /** Proofs whose run HCP Terraform has not been asked for yet, newest first. */
  async listUnconfirmed(page: {
    after?: PipelineProof;
    limit: number;
  }): Promise<PipelineProof[]> {
    const columns = { time: 'event_time', id: 'access_key_id' };
    const query = this.knex<ProofRow>('soa_audit_proofs')
      .where({ confirmed: false })
      .orderBy([
        { column: columns.time, order: 'desc' },
        { column: columns.id, order: 'desc' },
      ])
      .limit(page.limit);
    if (page.after) {
      const { event_time, access_key_id } = toProofRow(page.after);
      const place = { eventTime: event_time, eventId: access_key_id };
      olderThan(query, place, columns);
    }
    return (await query).map(({ data }) => JSON.parse(data));
  }

  /** @param isDone - whether its events know of it, so that nobody asks again */
  async confirm(proof: PipelineProof, isDone: boolean): Promise<void> {
    await this.knex<ProofRow>('soa_audit_proofs')
      .where({ access_key_id: proof.accessKeyId })
      .update({ data: JSON.stringify(proof), confirmed: isDone });
  }

  async findPosition(
    key: Pick<PositionRow, 'source' | 'account' | 'region'>,
  ): Promise<PositionRow | undefined> {
    return this.knex<PositionRow>('soa_audit_positions').where(key).first();
  }

  async listPositions(source?: string): Promise<PositionRow[]> {
    const query = this.knex<PositionRow>('soa_audit_positions').orderBy([
      'source',
      'account',
      'region',
    ]);
    return source ? query.where({ source }) : query;
  }

  async recordFailure(
    key: { source: string; account: string; region: string },
    error: string,
    at: Date,
  ): Promise<void> {
    const failure = { error, error_at: at.toISOString() };
    await this.knex<PositionRow>('soa_audit_positions')
      .insert({ ...key, read_until: null, ...failure })
      .onConflict(['source', 'account', 'region'])
      .merge(failure);
  }

  async get(eventId: string): Promise<AuditEventDetail | undefined> {
    const row = await this.knex<EventRow>('soa_audit_events')
      .where({ event_id: eventId })
      .first();
    return row && { ...JSON.parse(row.event), record: JSON.parse(row.record) };
  }

  async deleteBefore(time: string): Promise<void> {
    for (const table of [
      ...OWNER_TABLES,
      'soa_audit_events',
      'soa_audit_proofs',
    ]) {
      await this.knex(table).where('event_time', '<', time).delete();
    }
    await this.knex('soa_audit_rejected_records')
      .where('rejected_at', '<', time)
      .delete();
  }
}
