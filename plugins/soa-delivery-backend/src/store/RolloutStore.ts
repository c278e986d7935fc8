import { randomUUID } from 'node:crypto';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  RolloutRequest,
  RolloutState,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { isSameRequest } from './isSameRequest';
import { RolloutArchives } from './RolloutArchives';
import type { RolloutRecord } from './RolloutRecord';
import { toTargetColumns } from './rows';
import type { RolloutRow, TargetRow } from './rows';
import type { TargetChange, TargetRecord } from './TargetRecord';
import { withTargets } from './withTargets';

const COLUMNS = [
  'id',
  'component_ref',
  'initiator',
  'idempotency_key',
  'state',
  'source_url',
  'message',
  'created_at',
  'updated_at',
  'ended_at',
] as const;

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
   * The same initiator and idempotency key give the same rollout.
   *
   * @throws ConflictError if they were used for something else
   */
  async insert(
    request: RolloutRequest,
    initiator: string,
  ): Promise<RolloutRecord> {
    const id = randomUUID();
    const idempotencyKey = request.idempotencyKey ?? id;
    const at = this.now().toISOString();
    await this.knex.transaction(async tx => {
      const inserted = await tx<RolloutRow>('soa_rollouts')
        .insert({
          id,
          component_ref: request.componentRef,
          initiator,
          idempotency_key: idempotencyKey,
          state: 'running',
          source_url: request.source.url,
          created_at: at,
          updated_at: at,
        })
        .onConflict(['initiator', 'idempotency_key'])
        .ignore()
        .returning('id');
      if (inserted.length > 0) {
        await tx<TargetRow>('soa_rollout_targets').insert(
          request.placements.map((placement, position) => ({
            rollout_id: id,
            position,
            placement: JSON.stringify(placement),
            state: 'waiting',
          })),
        );
      }
    });
    const [row] = await this.knex<RolloutRow>('soa_rollouts')
      .select(...COLUMNS)
      .where({ initiator, idempotency_key: idempotencyKey });
    const [rollout] = await withTargets(this.knex, [row]);
    if (!isSameRequest(request, rollout)) {
      throw new ConflictError(
        `idempotencyKey: it was used for another rollout, ${rollout.id}: give another key`,
      );
    }
    return rollout;
  }

  async get(id: string): Promise<RolloutRecord | undefined> {
    const rows = await this.knex<RolloutRow>('soa_rollouts')
      .select(...COLUMNS)
      .where({ id });
    return (await withTargets(this.knex, rows))[0];
  }

  /** Newest first; `before` is the place of the last one of the page before. */
  async list(filter: {
    componentRef?: string;
    state?: RolloutState;
    before?: { createdAt: string; id: string };
    limit: number;
  }): Promise<RolloutRecord[]> {
    const { componentRef, state, before, limit } = filter;
    const query = this.knex<RolloutRow>('soa_rollouts')
      .select(...COLUMNS)
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
    return withTargets(this.knex, await query);
  }

  async listRunning(): Promise<RolloutRecord[]> {
    const rows = await this.knex<RolloutRow>('soa_rollouts')
      .select(...COLUMNS)
      .where({ state: 'running' })
      .orderBy('created_at');
    return withTargets(this.knex, rows);
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
        .update({ updated_at: this.now().toISOString() });
    });
    return { ...target, ...change, ...next };
  }

  /** The archive is of no use any more, and goes. */
  async end(id: string, state: RolloutState, message: string): Promise<void> {
    const at = this.now().toISOString();
    await this.knex<RolloutRow>('soa_rollouts')
      .where({ id, state: 'running' })
      .update({ state, message, archive: null, updated_at: at, ended_at: at });
  }
}
