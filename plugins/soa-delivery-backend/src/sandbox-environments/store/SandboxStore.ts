import type { SandboxCreation } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { readCreations } from './readCreations';
import { fromSandbox, toSandbox } from './SandboxRecord';
import type { SandboxChange, SandboxRecord, SandboxRow } from './SandboxRecord';

/** What is kept of a new one. */
export type SandboxWish = Pick<
  SandboxRecord,
  | 'componentRef'
  | 'owner'
  | 'requestedBy'
  | 'placements'
  | 'sourceUrl'
  | 'createdAt'
  | 'expiresAt'
  | 'reminded'
>;

/** Sandbox environments, and until when they are there: the truth of it. */
export class SandboxStore {
  /** @param knex - of a database that was migrated */
  constructor(private readonly knex: Knex) {}

  /** @returns the one that is there now: what was there before stays as it is */
  async insert(wish: SandboxWish): Promise<SandboxRecord> {
    await this.#rows()
      .insert(
        fromSandbox({ ...wish, version: 0, state: 'active', attempts: 0 }),
      )
      .onConflict('component_ref')
      .ignore();
    // Gone again already, it is asked for once more.
    return (await this.get(wish.componentRef)) ?? this.insert(wish);
  }

  async get(componentRef: string): Promise<SandboxRecord | undefined> {
    const row = await this.#rows()
      .where({ component_ref: componentRef })
      .first();
    return row && toSandbox(row);
  }

  /** How far those are that no rollout has made yet, by their component. */
  readCreations(
    records: readonly SandboxRecord[],
  ): Promise<Map<string, SandboxCreation>> {
    return readCreations(this.knex, records);
  }

  /** The next to expire first; `after` is the place of the last of the page before. */
  async list(filter: {
    componentRef?: string;
    after?: readonly [expiresAt: string, componentRef: string];
    limit: number;
  }): Promise<SandboxRecord[]> {
    const { componentRef, after, limit } = filter;
    const query = this.#rows()
      .orderBy(['expires_at', 'component_ref'])
      .limit(limit);
    if (componentRef) {
      query.where({ component_ref: componentRef });
    }
    if (after) {
      query.whereRaw('(expires_at, component_ref) > (?, ?)', [...after]);
    }
    return (await query).map(toSandbox);
  }

  /**
   * @param record - as it was when the change was decided on
   * @returns `undefined` if anything of it has been changed since
   */
  async change(
    record: SandboxRecord,
    change: SandboxChange,
  ): Promise<SandboxRecord | undefined> {
    const { componentRef, version } = record;
    const changed = { ...record, ...change, version: version + 1 };
    const rows = await this.#rows()
      .where({ component_ref: componentRef, version })
      .update(fromSandbox(changed));
    return rows === 1 ? changed : undefined;
  }

  /** Forgets one that is destroyed, unless it has been changed since. */
  async remove({ componentRef, version }: SandboxRecord): Promise<void> {
    await this.#rows().where({ component_ref: componentRef, version }).delete();
  }

  #rows() {
    return this.knex<SandboxRow>('soa_sandbox_environments');
  }
}
