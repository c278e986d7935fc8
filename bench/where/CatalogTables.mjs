import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../scripts/portal/paths.mjs';
import { Refusal } from '../../scripts/portal/refusal.mjs';

const LONGEST_MS = 10 * 60_000;

/** What the catalog keeps on PostgreSQL. */
export class CatalogTables {
  #client;

  static async connect(url) {
    const { Client } = createRequire(
      join(root, 'packages', 'backend', 'package.json'),
    )('pg');
    const client = new Client(url);
    await client.connect();
    return new CatalogTables(client);
  }

  constructor(client) {
    this.#client = client;
  }

  /** How many entities of ours the catalog was given anew, or lost, meanwhile. */
  async changes(meanwhile) {
    const before = await this.#given();
    await meanwhile();
    const after = await this.#given();
    const differs = (some, others) =>
      [...some].filter(state => !others.has(state)).length;
    return Math.max(differs(before, after), differs(after, before));
  }

  /** Waits until it has nothing left to work off. */
  async untilQuiet() {
    const end = Date.now() + LONGEST_MS;
    while (Date.now() < end) {
      const { rows } = await this.#client.query(
        'select (select count(*) from refresh_state where next_update_at <= now()) + (select count(*) from stitch_queue) as waiting',
      );
      if (Number(rows[0].waiting) === 0) {
        return;
      }
      await sleep(1_000);
    }
    throw new Refusal('The catalog does not come to rest.');
  }

  close() {
    return this.#client.end();
  }

  async #given() {
    const { rows } = await this.#client.query(
      "select entity_ref || ' ' || unprocessed_hash || ' ' || last_discovery_at as state from refresh_state where location_key like 'soa-%'",
    );
    return new Set(rows.map(({ state }) => state));
  }
}
