import type { Knex } from 'knex';

const AT_ONCE = 500;

/** Whether rollouts that own something have ended. */
export interface RolloutEnds {
  /** Which of them have ended, or are not there. */
  ended(ids: readonly string[]): Promise<Set<string>>;
  /** The component that a rollout is of; `undefined` where it has ended. */
  componentOf(id: string): Promise<string | undefined>;
}

/** As the table of rollouts has it. */
export class StoredRolloutEnds implements RolloutEnds {
  constructor(private readonly knex: Knex) {}

  async ended(ids: readonly string[]): Promise<Set<string>> {
    const ended = new Set(ids);
    const all = [...ended];
    for (let start = 0; start < all.length; start += AT_ONCE) {
      const going: Array<{ id: string }> = await this.knex('soa_rollouts')
        .select('id')
        .whereIn('id', all.slice(start, start + AT_ONCE))
        .whereNull('ended_at');
      going.forEach(({ id }) => ended.delete(id));
    }
    return ended;
  }

  async componentOf(id: string): Promise<string | undefined> {
    const row = await this.knex('soa_rollouts')
      .select('component_ref')
      .where({ id })
      .whereNull('ended_at')
      .first();
    return row?.component_ref;
  }
}
