import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  RolloutCounts,
  RolloutRequest,
  RolloutState,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { countTargets } from './countTargets';
import { findInPlace } from './findInPlace';
import { fingerprint } from './fingerprint';
import { insertRollout } from './insertRollout';
import { RolloutArchives } from './RolloutArchives';
import type { ListedRollout, RolloutRecord } from './RolloutRecord';
import { ROLLOUT_COLUMNS, toRollout, toTargetColumns } from './rows';
import type { RolloutRow, TargetRow } from './rows';
import type { TargetChange, TargetRecord } from './TargetRecord';
import { withTargets } from './withTargets';

/** The rollouts' tables. */
export class RolloutStore {
  /** What rollouts apply. */
  readonly archives: RolloutArchives;

  static async create(
    database: DatabaseService,
    now: () => Date = () => new Date(),
  ): Promise<RolloutStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@backstage-soa/plugin-soa-delivery-backend',
          'migrations',
        ),
      });
    }
    return new RolloutStore(knex, now);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly now: () => Date,
  ) {
    this.archives = new RolloutArchives(knex);
  }

  /**
   * The same initiator and idempotency key give the same rollout. The same
   * request gives one that has read nothing yet and of which nothing has failed:
   * after that, whoever asks may have changed what is read, or put it right.
   *
   * @throws ConflictError if the key was used for something else
   */
  async insert(
    request: RolloutRequest,
    initiator: string,
  ): Promise<RolloutRecord> {
    const at = this.now().toISOString();
    const row = await insertRollout(this.knex, request, { initiator, at });
    return (await withTargets(this.knex, [row]))[0];
  }

  /**
   * The rollout that `insert` would give without inserting one.
   *
   * @throws ConflictError if the key was used for something else
   */
  async findInPlace(
    request: RolloutRequest,
    initiator: string,
  ): Promise<ListedRollout | undefined> {
    const row = await findInPlace(this.knex, {
      initiator,
      key: request.idempotencyKey,
      fingerprint: fingerprint(request),
    });
    return row && toRollout(row);
  }

  async get(id: string): Promise<RolloutRecord | undefined> {
    const rows = await this.knex<RolloutRow>('soa_rollouts')
      .select(...ROLLOUT_COLUMNS)
      .where({ id });
    return (await withTargets(this.knex, rows))[0];
  }

  /** Newest first; `before` is the place of the last one of the page before. */
  async list(filter: {
    componentRef?: string;
    state?: RolloutState;
    before?: { createdAt: string; id: string };
    limit: number;
  }): Promise<ListedRollout[]> {
    const { componentRef, state, before, limit } = filter;
    const query = this.knex<RolloutRow>('soa_rollouts')
      .select(...ROLLOUT_COLUMNS)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (componentRef) {
      query.where('component_ref', componentRef);
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
    return (await query).map(toRollout);
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
              state: state as TargetRecord['state'],
              // PostgreSQL counts further than numbers go.
              number: Number(number),
            })),
        ),
      ]),
    );
  }

  async listRunning(): Promise<RolloutRecord[]> {
    const rows = await this.knex<RolloutRow>('soa_rollouts')
      .select(...ROLLOUT_COLUMNS)
      .where({ state: 'running' })
      .orderBy('created_at');
    return withTargets(this.knex, rows);
  }

  /** The running rollout of which a run is, if there is one. */
  async findRunning(runId: string): Promise<RolloutRecord | undefined> {
    const rows = await this.knex<RolloutRow>('soa_rollouts')
      .select(...ROLLOUT_COLUMNS)
      .where({ state: 'running' })
      .whereIn(
        'id',
        this.knex<TargetRow>('soa_rollout_targets')
          .select('rollout_id')
          .where({ run_id: runId }),
      );
    return (await withTargets(this.knex, rows))[0];
  }

  /**
   * @returns the target as it is now
   * @throws ConflictError if somebody else has changed it meanwhile
   */
  async changeTarget(
    target: TargetRecord,
    change: TargetChange,
  ): Promise<TargetRecord> {
    const { rolloutId, position, version } = target;
    const next = { version: version + 1 };
    await this.knex.transaction(async tx => {
      const changed = await tx<TargetRow>('soa_rollout_targets')
        .where({ rollout_id: rolloutId, position, version })
        .update({ ...toTargetColumns(change), ...next });
      if (changed === 0) {
        throw new ConflictError(
          `Placement ${position} of rollout ${rolloutId} has been changed meanwhile`,
        );
      }
      await tx<RolloutRow>('soa_rollouts')
        .where({ id: rolloutId })
        .update({
          updated_at: this.now().toISOString(),
          ...(isFailure(change) && { joinable: false }),
        });
    });
    return { ...target, ...change, ...next };
  }

  /** The archive is of no use any more, and goes. */
  async end(id: string, state: RolloutState, message: string): Promise<void> {
    const at = this.now().toISOString();
    await this.knex<RolloutRow>('soa_rollouts')
      .where({ id, state: 'running' })
      .update({
        state,
        message,
        joinable: false,
        archive: null,
        updated_at: at,
        ended_at: at,
      });
  }
}

function isFailure({ state }: TargetChange): boolean {
  return state === 'failed' || state === 'canceled';
}
