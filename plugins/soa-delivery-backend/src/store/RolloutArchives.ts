import type { Knex } from 'knex';
import type { RolloutRow } from './rows';

/** The bytes that every workspace of a rollout gets. */
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
}
