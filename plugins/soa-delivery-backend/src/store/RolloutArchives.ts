import type { Knex } from 'knex';
import type { RolloutRow } from './rows';

/** What every workspace of a rollout gets: bytes, or a commit of its repository. */
export class RolloutArchives {
  constructor(private readonly knex: Knex) {}

  async read(rolloutId: string): Promise<Buffer | undefined> {
    const row = await this.knex<RolloutRow>('soa_rollouts')
      .select('archive')
      .where({ id: rolloutId })
      .first();
    return row?.archive ?? undefined;
  }

  /**
   * Has to come before the source is read: whoever asks from now on may ask for
   * what is newer, and gets a rollout of their own.
   */
  async announceRead(rolloutId: string): Promise<void> {
    await this.knex<RolloutRow>('soa_rollouts')
      .where({ id: rolloutId })
      .update({ joinable: false });
  }

  /**
   * Keeps an archive, unless there is one already.
   *
   * @returns what is kept: the same for all who read the source at once
   */
  async keep(rolloutId: string, archive: Buffer): Promise<Buffer> {
    await this.knex<RolloutRow>('soa_rollouts')
      .where({ id: rolloutId })
      .whereNull('archive')
      .update({ archive });
    return (await this.read(rolloutId)) ?? archive;
  }

  async readCommit(rolloutId: string): Promise<string | undefined> {
    const row = await this.knex<RolloutRow>('soa_rollouts')
      .select('commit')
      .where({ id: rolloutId })
      .first();
    return row?.commit ?? undefined;
  }

  /** As `keep` does with an archive. */
  async keepCommit(rolloutId: string, commit: string): Promise<string> {
    await this.knex<RolloutRow>('soa_rollouts')
      .where({ id: rolloutId })
      .whereNull('commit')
      .update({ commit });
    return (await this.readCommit(rolloutId)) ?? commit;
  }
}
