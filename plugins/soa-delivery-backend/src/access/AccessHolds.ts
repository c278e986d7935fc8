import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import { isManaged } from './settings';
import type { AccessSettings } from './settings';
import type { AccessEntry, AccessStore } from './store';

/** What placements wait for before their runs begin: their deploy access. */
export class AccessHolds {
  /** What holds up nothing. */
  static readonly none = new AccessHolds([]);

  /** What holds up placements at a time. */
  static async read(
    store: Pick<AccessStore, 'listUnready'>,
    settings: AccessSettings,
    at: Date,
  ): Promise<AccessHolds> {
    const settledBefore = new Date(at.getTime() - settings.settleMs);
    return new AccessHolds(
      (await store.listUnready(settledBefore)).filter(({ account }) =>
        isManaged(settings, account),
      ),
    );
  }

  readonly #entries: ReadonlyMap<string, AccessEntry>;

  constructor(entries: readonly AccessEntry[]) {
    this.#entries = new Map(
      entries.map(entry => [
        `${entry.organization}/${entry.workspace} ${entry.account}`,
        entry,
      ]),
    );
  }

  /** `undefined` where there is nothing to wait for. */
  of({
    workspace,
    account,
  }: Pick<ResolvedPlacement, 'workspace' | 'account'>):
    | AccessEntry
    | undefined {
    return this.#entries.get(`${workspace} ${account}`);
  }

  /** Whether a placement has to wait; one whose access has failed need not. */
  holds(placement: Pick<ResolvedPlacement, 'workspace' | 'account'>): boolean {
    const entry = this.of(placement);
    return entry !== undefined && entry.state !== 'failed';
  }
}
