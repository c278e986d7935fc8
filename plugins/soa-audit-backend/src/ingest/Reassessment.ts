import { assessmentVersion } from '../attribution';
import type { AssessmentSettings, AttributionIndex } from '../attribution';
import { chainedProofs, proofOf } from '../proof';
import type { PipelineProof } from '../proof';
import {
  isUnchanged,
  listOfVersion,
  listOutdatedVersions,
  stampEvents,
} from '../store';
import type {
  AuditStore,
  EventPlace,
  ReassessedEvent,
  StoredRecordRow,
} from '../store';
import { assessRecord, keysOf } from './assessRecord';
import type { RecordRow } from './assessRecord';

const REASSESSED_AT_ONCE = 500;
const FOLLOWED_AT_ONCE = 100;

/** Holds what is stored against what has become known since. */
export class Reassessment {
  constructor(
    private readonly options: {
      store: AuditStore;
      settings: AssessmentSettings;
    },
  ) {}

  /**
   * Holds everything against an index, and the configuration. What is done is
   * marked as such, so that whoever stops half way has the rest before them.
   */
  async reattribute(
    index: AttributionIndex,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, settings } = this.options;
    const { knex } = store;
    const limit = REASSESSED_AT_ONCE;
    const current = assessmentVersion(index, settings);
    // As they are now: whoever has another index would else do it all again.
    for (const version of await listOutdatedVersions(knex, current)) {
      let after: EventPlace | undefined;
      do {
        signal?.throwIfAborted();
        const rows = await listOfVersion(knex, version, { after, limit });
        const proofs = await this.#provenBy(rows);
        const same = await this.#reassess(rows, index);
        await stampEvents(knex, same, current);
        await this.follow(proofs, index);
        after = rows.length === limit ? placeOf(rows[limit - 1]) : undefined;
      } while (after);
    }
  }

  /** Goes on where somebody stopped between a proof and what it is of. */
  async followUnfollowed(
    index: AttributionIndex,
    signal?: AbortSignal,
  ): Promise<void> {
    const { proofs } = this.options.store;
    let left: PipelineProof[];
    do {
      signal?.throwIfAborted();
      left = await proofs.listUnfollowed(FOLLOWED_AT_ONCE);
      await this.follow(left, index);
    } while (left.length > 0);
  }

  /** Holds what sessions have done against their proofs, and so on to theirs. */
  async follow(
    proofs: readonly PipelineProof[],
    index: AttributionIndex,
  ): Promise<void> {
    const { store } = this.options;
    let next = proofs;
    while (next.length > 0) {
      const rows = await store.listByAccessKeys(
        next.map(({ accessKeyId }) => accessKeyId),
      );
      const known = await store.proofs.find(keysOf(rows));
      const further = chainedProofs(rows, known);
      await store.proofs.insert(further);
      await this.#reassess(rows, index);
      await store.proofs.markFollowed(next);
      next = further;
    }
  }

  /** Stores what records prove by the configuration of now, and did not before. */
  async #provenBy(rows: readonly StoredRecordRow[]): Promise<PipelineProof[]> {
    const { store, settings } = this.options;
    const all = rows.flatMap(
      ({ record, account }) => proofOf(record, account, settings) ?? [],
    );
    if (all.length === 0) {
      return [];
    }
    const known = await store.proofs.find(
      all.map(({ accessKeyId }) => accessKeyId),
    );
    const proofs = all.filter(({ accessKeyId }) => !known.has(accessKeyId));
    await store.proofs.insert(proofs);
    return proofs;
  }

  /** @returns those that stay as they are; they are not touched */
  async #reassess(
    rows: readonly StoredRecordRow[],
    index: AttributionIndex,
  ): Promise<ReassessedEvent[]> {
    const { store, settings } = this.options;
    const same: ReassessedEvent[] = [];
    for (let left = rows; left.length > 0; ) {
      const proofs = await store.proofs.find(keysOf(left));
      const changed: ReassessedEvent[] = [];
      for (const row of left) {
        const event = assessRecord(row, { settings, index, proofs });
        const list = isUnchanged(event, row) ? same : changed;
        list.push({ ...event, before: row.before });
      }
      left = changed.length > 0 ? await store.replace(changed) : [];
    }
    return same;
  }
}

function placeOf({ record }: RecordRow): EventPlace {
  const eventTime = new Date(record.eventTime).toISOString();
  return { eventTime, eventId: record.eventID };
}
