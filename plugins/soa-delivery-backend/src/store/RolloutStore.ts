import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ApprovalRow } from './approvalRows';
import { applyChange } from './applyChange';
import { findInPlace } from './findInPlace';
import { fingerprint } from './fingerprint';
import { insertRollout } from './insertRollout';
import type { RolloutWish } from './insertRollout';
import { readRecords } from './readRecords';
import { RolloutArchives } from './RolloutArchives';
import type { RolloutChange } from './RolloutChange';
import { RolloutReader } from './RolloutReader';
import type { ListedRollout, RolloutRecord } from './RolloutRecord';
import { toListed } from './rows';
import type { RolloutRow } from './rows';
import type { TargetChange, TargetRecord } from './TargetRecord';
import { toTargetColumns } from './targetRows';
import type { TargetRow } from './targetRows';

/** The rollouts' tables. */
export class RolloutStore extends RolloutReader {
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

  private constructor(knex: Knex, private readonly now: () => Date) {
    super(knex);
    this.archives = new RolloutArchives(knex);
  }

  /**
   * The same initiator and idempotency key give the same rollout. The same
   * request gives one that has read nothing yet and of which nothing has failed:
   * after that, whoever asks may have changed what is read, or put it right.
   *
   * @throws ConflictError if the key was used for something else
   */
  async insert(wish: RolloutWish, initiator: string): Promise<RolloutRecord> {
    const at = this.now().toISOString();
    const row = await insertRollout(this.knex, wish, { initiator, at });
    return (await readRecords(this.knex, [row]))[0];
  }

  /**
   * The rollout that `insert` would give without inserting one.
   *
   * @throws ConflictError if the key was used for something else
   */
  async findInPlace(
    wish: RolloutWish,
    initiator: string,
  ): Promise<ListedRollout | undefined> {
    const row = await findInPlace(this.knex, {
      initiator,
      key: wish.idempotencyKey,
      fingerprint: fingerprint(wish),
    });
    return row && toListed(row);
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
      // First, as whoever changes more does: they wait for each other here.
      await tx<RolloutRow>('soa_rollouts')
        .where({ id: rolloutId })
        .update({
          version: tx.raw('version + 1') as never,
          updated_at: this.now().toISOString(),
          ...(isFailure(change) && { joinable: false }),
        });
      const changed = await tx<TargetRow>('soa_rollout_targets')
        .where({ rollout_id: rolloutId, position, version })
        .update({ ...toTargetColumns(change), ...next });
      if (changed === 0) {
        throw new ConflictError(
          `Placement ${position} of rollout ${rolloutId} has been changed meanwhile`,
        );
      }
    });
    return { ...target, ...change, ...next };
  }

  /**
   * Changes a rollout and what belongs to it at once.
   *
   * @param rollout - as it was when the change was decided on
   * @throws ConflictError if anything of it has been changed since
   */
  async change(
    rollout: Pick<RolloutRecord, 'id' | 'version'>,
    change: RolloutChange,
  ): Promise<void> {
    const at = this.now().toISOString();
    await applyChange(this.knex, rollout, change, at);
  }

  /** Those who may decide need not be told again. */
  async markApprovalTold(id: string): Promise<void> {
    await this.knex<ApprovalRow>('soa_rollout_approvals')
      .where({ id })
      .update({ told_at: this.now().toISOString() });
  }

  /** What is to follow a destruction has followed, or cannot. */
  async markAftermathDone(id: string): Promise<void> {
    await this.knex<RolloutRow>('soa_rollouts')
      .where({ id })
      .update({ aftermath_done_at: this.now().toISOString() });
  }

  /** Whoever started a rollout need not be told again how it ended. */
  async markEndTold(id: string): Promise<void> {
    await this.knex<RolloutRow>('soa_rollouts')
      .where({ id })
      .update({ end_told_at: this.now().toISOString() });
  }
}

function isFailure({ state }: TargetChange): boolean {
  return state === 'failed' || state === 'canceled';
}
