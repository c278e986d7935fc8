import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

const SOURCES = 'soa_sources';

/** A source as it was last read. */
export interface SourceState {
  id: string;
  /** Changes with all that is known of the source. */
  version: string;
  /** Of the last whole read. */
  readAt?: Date;
  /** Of a failure since then. */
  failedAt?: Date;
}

/** How the last reads of each source went. */
export class SourceStates {
  constructor(private readonly knex: Knex) {}

  /** Says that something that came from the source has changed. */
  async recordChange(source: string, tx: Knex.Transaction): Promise<void> {
    const version = randomUUID();
    await tx(SOURCES)
      .insert({ id: source, version })
      .onConflict('id')
      .merge({ version });
  }

  async forgetAllBut(
    sources: readonly string[],
    tx: Knex.Transaction,
  ): Promise<void> {
    await tx(SOURCES).whereNotIn('id', sources).delete();
  }

  async recordRead(
    source: string,
    at: Date,
    warnings: readonly string[],
    organization: {
      /** Up to when changes of tags were asked for; what was stays if absent. */
      changesUntil?: string;
      /** The keys of rules that have held for some account. */
      rules?: readonly string[];
    } = {},
  ): Promise<void> {
    const { changesUntil, rules } = organization;
    await this.#record(source, {
      read_at: at.toISOString(),
      warnings: JSON.stringify(warnings),
      failed_at: null,
      error: null,
      ...(changesUntil && { changes_until: changesUntil }),
      ...(rules && { matched_rules: JSON.stringify(rules) }),
    });
  }

  /** Up to when a whole read has asked for changes of tags. */
  async changesUntil(source: string): Promise<string | undefined> {
    const row = await this.knex(SOURCES).where({ id: source }).first();
    return row?.changes_until ?? undefined;
  }

  /**
   * The keys of rules that have held for some account of sources.
   *
   * @returns `undefined` if one of them has not been read as a whole yet
   */
  async matchedRules(
    sources: readonly string[],
  ): Promise<Set<string> | undefined> {
    const rows = await this.knex(SOURCES)
      .whereIn('id', sources)
      .whereNotNull('matched_rules')
      .select('matched_rules');
    return rows.length === sources.length
      ? new Set(rows.flatMap(row => JSON.parse(row.matched_rules)))
      : undefined;
  }

  /** What the last whole read had to leave out. */
  async warningsOf(source: string): Promise<string[]> {
    const row = await this.knex(SOURCES).where({ id: source }).first();
    return row ? JSON.parse(row.warnings) : [];
  }

  async recordFailure(source: string, at: Date, error: string): Promise<void> {
    await this.#record(source, { failed_at: at.toISOString(), error });
  }

  /** Whether every source has been read as a whole at least once. */
  async hasRead(sources: readonly string[]): Promise<boolean> {
    const read = await this.readOnes();
    return sources.every(id => read.has(id));
  }

  /** The ids of those that have been read as a whole at least once. */
  async readOnes(): Promise<Set<string>> {
    const states = await this.list();
    return new Set(states.flatMap(({ id, readAt }) => (readAt ? [id] : [])));
  }

  /**
   * Whether what is known of sources of one kind is as much as can be had: each
   * has been read as a whole at least once. One that cannot be read for the
   * first time holds up no other that has been.
   */
  async isComplete(sources: readonly string[]): Promise<boolean> {
    const states = await this.list();
    const theirs = sources.map(source =>
      states.find(({ id }) => id === source),
    );
    const isAnyRead = theirs.some(state => state?.readAt);
    return theirs.every(
      state => state?.readAt || (isAnyRead && state?.failedAt),
    );
  }

  /** In the order of their ids. */
  async list(): Promise<SourceState[]> {
    const rows = await this.knex(SOURCES)
      .select('id', 'version', 'read_at', 'failed_at')
      .orderBy('id');
    return rows.map(row => ({
      id: row.id,
      version: row.version,
      ...(row.read_at && { readAt: new Date(row.read_at) }),
      ...(row.failed_at && { failedAt: new Date(row.failed_at) }),
    }));
  }

  async #record(source: string, row: Record<string, string | null>) {
    await this.knex(SOURCES)
      .insert({ id: source, ...row })
      .onConflict('id')
      .merge(row);
  }
}
