import type { InventoryStore, SourceState } from '../store';
import { InventorySnapshot } from './InventorySnapshot';

/** What the inventory knows, and how its sources were last read. */
export interface Inventory {
  /** The same object as long as nothing has changed. */
  snapshot: InventorySnapshot;
  sources: SourceState[];
}

/**
 * Reads all that is known once for all who ask, until something has changed in
 * the database, whichever replica did it.
 */
export class SnapshotReader {
  #kept: { versions: string; snapshot: Promise<InventorySnapshot> } | undefined;

  constructor(
    private readonly store: Pick<
      InventoryStore,
      'listUnits' | 'listAccounts' | 'listWorkspaces'
    > & { sources: Pick<InventoryStore['sources'], 'list'> },
  ) {}

  async read(): Promise<Inventory> {
    // Before the rows: what is written in between shows as a change next time.
    const sources = await this.store.sources.list();
    const versions = JSON.stringify(
      sources.map(({ id, version }) => [id, version]),
    );
    if (this.#kept?.versions !== versions) {
      const kept = { versions, snapshot: this.#snapshot() };
      this.#kept = kept;
      kept.snapshot.catch(() => {
        if (this.#kept === kept) {
          this.#kept = undefined;
        }
      });
    }
    return { snapshot: await this.#kept.snapshot, sources };
  }

  async #snapshot(): Promise<InventorySnapshot> {
    const [units, accounts, workspaces] = await Promise.all([
      this.store.listUnits(),
      this.store.listAccounts(),
      this.store.listWorkspaces(),
    ]);
    return new InventorySnapshot({ units, accounts, workspaces });
  }
}
