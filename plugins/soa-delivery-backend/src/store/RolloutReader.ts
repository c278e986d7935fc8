import type {
  RolloutCounts,
  RolloutEvent,
  RolloutState,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { toApproval } from './approvalRows';
import type { ApprovalRow } from './approvalRows';
import type { ApprovalRecord } from './ApprovalRecord';
import { countTargets } from './countTargets';
import { toEvent } from './eventRows';
import type { EventRow } from './eventRows';
import { readRecords } from './readRecords';
import { ACTIVE_STATES } from './RolloutRecord';
import type { ListedRollout, RolloutRecord } from './RolloutRecord';
import { ROLLOUT_COLUMNS, toListed } from './rows';
import type { RolloutRow } from './rows';
import type { TargetRow } from './targetRows';
import { END_STATES } from './TargetRecord';
import type { TargetState } from './TargetRecord';

/** What the rollouts' tables say. */
export class RolloutReader {
  constructor(protected readonly knex: Knex) {}

  async get(id: string): Promise<RolloutRecord | undefined> {
    const rows = await this.#rows().where({ id });
    return (await readRecords(this.knex, rows))[0];
  }

  /** The one that somebody has asked for with this idempotency key. */
  async findKeyed(
    initiator: string,
    idempotencyKey: string,
  ): Promise<ListedRollout | undefined> {
    const row = await this.#rows()
      .where({ initiator, idempotency_key: idempotencyKey })
      .first();
    return row && toListed(row);
  }

  /** In the order of the ids; what is not there is left out. */
  async getAll(ids: readonly string[]): Promise<RolloutRecord[]> {
    const rows = await this.#rows().whereIn('id', ids);
    const byId = new Map(rows.map(row => [row.id, row]));
    return readRecords(
      this.knex,
      [...new Set(ids)].flatMap(id => byId.get(id) ?? []),
    );
  }

  /** Newest first; `before` is the place of the last one of the page before. */
  async list(filter: {
    componentRef?: string;
    initiator?: string;
    state?: RolloutState;
    before?: { createdAt: string; id: string };
    limit: number;
  }): Promise<ListedRollout[]> {
    const { componentRef, initiator, state, before, limit } = filter;
    const query = this.#rows()
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (componentRef) {
      query.where('component_ref', componentRef);
    }
    if (initiator) {
      query.where('initiator', initiator);
    }
    if (state) {
      query.where('state', state);
    }
    if (before) {
      query.where(older =>
        older
          .where('created_at', '<', before.createdAt)
          .orWhere(same =>
            same
              .where('created_at', before.createdAt)
              .andWhere('id', '<', before.id),
          ),
      );
    }
    return (await query).map(toListed);
  }

  /** How far some rollouts have come, by their ids. */
  async counts(ids: readonly string[]): Promise<Map<string, RolloutCounts>> {
    const rows: Array<{ rollout_id: string; state: string; number: unknown }> =
      await this.knex<TargetRow>('soa_rollout_targets')
        .select('rollout_id', 'state')
        .count({ number: '*' })
        .whereIn('rollout_id', ids)
        .groupBy('rollout_id', 'state');
    return new Map(
      ids.map(id => [
        id,
        countTargets(
          rows
            .filter(row => row.rollout_id === id)
            .map(({ state, number }) => ({
              state: state as TargetState,
              // PostgreSQL counts further than numbers go.
              number: Number(number),
            })),
        ),
      ]),
    );
  }

  /** Those that are taken further. */
  async listActive(): Promise<RolloutRecord[]> {
    const rows = await this.#rows()
      .whereIn('state', ACTIVE_STATES)
      .orderBy('created_at');
    return readRecords(this.knex, rows);
  }

  /**
   * The workspaces in which rollouts of the same component that were started before one
   * have yet to end.
   */
  async listTaken({
    id,
    componentRef,
    createdAt,
  }: Pick<ListedRollout, 'id' | 'componentRef' | 'createdAt'>): Promise<
    Set<string>
  > {
    const earlier = this.knex<RolloutRow>('soa_rollouts')
      .select('id')
      .whereIn('state', ACTIVE_STATES)
      .where('component_ref', componentRef)
      .where(before =>
        before
          .where('created_at', '<', createdAt)
          .orWhere(same =>
            same.where('created_at', createdAt).andWhere('id', '<', id),
          ),
      );
    const rows = await this.knex<TargetRow>('soa_rollout_targets')
      .select('placement')
      .whereIn('rollout_id', earlier)
      .whereNotIn('state', END_STATES);
    return new Set(
      rows.map(({ placement }) => JSON.parse(placement).workspace as string),
    );
  }

  /** The id of the rollout that is taken further of which a run is, if there is one. */
  async findActive(runId: string): Promise<string | undefined> {
    const row = await this.knex<RolloutRow>('soa_rollouts')
      .select('id')
      .whereIn('state', ACTIVE_STATES)
      .whereIn(
        'id',
        this.knex<TargetRow>('soa_rollout_targets')
          .select('rollout_id')
          .where({ run_id: runId }),
      )
      .first();
    return row?.id;
  }

  async listEvents(rolloutId: string): Promise<RolloutEvent[]> {
    const rows = await this.knex<EventRow>('soa_rollout_events')
      .where({ rollout_id: rolloutId })
      .orderBy('number');
    return rows.map(toEvent);
  }

  /**
   * Those that wait for a decision, the oldest first, and of what they are.
   *
   * @param filter - `untold`: only those of which nobody was told who may decide
   */
  async listOpenApprovals({ untold = false } = {}): Promise<
    Array<{ approval: ApprovalRecord; rollout: ListedRollout }>
  > {
    const query = this.knex<ApprovalRow>('soa_rollout_approvals')
      .where({ state: 'open' })
      .orderBy('opened_at');
    if (untold) {
      query.whereNull('told_at');
    }
    const rows = await query;
    if (rows.length === 0) {
      return [];
    }
    const rollouts = await this.#rows().whereIn('state', [
      'running',
      'paused',
      'rolling-back',
    ]);
    const byId = new Map(rollouts.map(row => [row.id, toListed(row)]));
    return rows.flatMap(row => {
      const rollout = byId.get(row.rollout_id);
      return rollout ? [{ approval: toApproval(row), rollout }] : [];
    });
  }

  /** Those that have ended and of whose end nobody was told, the oldest first. */
  async listUntoldEnds(): Promise<ListedRollout[]> {
    const rows = await this.#rows()
      .whereNotNull('ended_at')
      .whereNull('end_told_at')
      .orderBy('ended_at')
      .limit(100);
    return rows.map(toListed);
  }

  /** Those that have destroyed what they were to, and after which more is to go. */
  async listAftermaths(): Promise<ListedRollout[]> {
    const rows = await this.#rows()
      .where({ state: 'destroyed' })
      .whereNull('aftermath_done_at')
      .orderBy('ended_at')
      .limit(100);
    return rows.map(toListed);
  }

  #rows() {
    return this.knex<RolloutRow>('soa_rollouts').select(...ROLLOUT_COLUMNS);
  }
}
