import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { AuditEventDetail } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import type { PipelineProof } from '../proof';
import { AuditPlaces } from './AuditPlaces';
import { AuditProofs } from './AuditProofs';
import { insertEvents, OWNER_TABLES } from './insertEvents';
import { insertIgnore } from './insertIgnore';
import {
  replaceEvents,
  STORED_RECORD_COLUMNS,
  toStoredRecord,
} from './replaceEvents';
import type { ReassessedEvent, StoredRecordRow } from './replaceEvents';
import type { EventRow, PositionRow } from './rows';
import { savePosition } from './savePosition';
import type { NewPosition } from './savePosition';
import { toRejectedRow } from './toRows';
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

  readonly proofs: AuditProofs;
  readonly places: AuditPlaces;

  private constructor(readonly knex: Knex) {
    this.proofs = new AuditProofs(knex);
    this.places = new AuditPlaces(knex);
  }

  /** Stores new events and, with them, how far the source has read. */
  async insert(
    events: readonly StoredEvent[],
    proofs: readonly PipelineProof[],
    position?: NewPosition,
    rejected: readonly RejectedRecord[] = [],
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      await new AuditProofs(tx).insert(proofs);
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
    events: readonly ReassessedEvent[],
  ): Promise<StoredRecordRow[]> {
    return this.knex.transaction(tx => replaceEvents(tx, events));
  }

  async listByAccessKeys(keys: readonly string[]): Promise<StoredRecordRow[]> {
    const rows: StoredRecordRow[] = [];
    for (let index = 0; index < keys.length; index += BATCH) {
      const found = await this.knex<EventRow>('soa_audit_events')
        .select(...STORED_RECORD_COLUMNS)
        .whereIn('access_key_id', keys.slice(index, index + BATCH));
      rows.push(...found.map(toStoredRecord));
    }
    return rows;
  }

  async findPosition(
    key: Pick<PositionRow, 'source' | 'account' | 'region'>,
  ): Promise<PositionRow | undefined> {
    return this.knex<PositionRow>('soa_audit_positions').where(key).first();
  }

  /** @param of - all that is given must hold */
  async listPositions(
    of: { source?: string; accounts?: readonly string[] } = {},
  ): Promise<PositionRow[]> {
    const query = this.knex<PositionRow>('soa_audit_positions').orderBy([
      'source',
      'account',
      'region',
    ]);
    if (of.source) {
      query.where({ source: of.source });
    }
    if (of.accounts) {
      query.whereIn('account', of.accounts);
    }
    return query;
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
