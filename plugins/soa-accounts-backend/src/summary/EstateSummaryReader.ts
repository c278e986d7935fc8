import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EstateSummary,
  PlacementItem,
} from '@backstage-soa/plugin-soa-common';
import { Recent, RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import type { ReadableEntities } from '../access';
import type { PlacementReader } from '../placements';
import type { SnapshotReader } from '../snapshot';
import { summarize } from './summarize';

/** For so long, what somebody may see counts as they might. */
const MAX_AGE_MS = 30_000;
const MOST_CALLERS = 1_000;

/** Counts what whoever asks may see. */
export class EstateSummaryReader {
  readonly #recent = new RecentlyUsed<Recent<EstateSummary>>(MOST_CALLERS);

  constructor(
    private readonly options: {
      inventory: Pick<SnapshotReader, 'read'>;
      readable: Pick<ReadableEntities, 'refs'>;
      placements: Pick<PlacementReader, 'list' | 'shown'>;
      now?: () => Date;
    },
  ) {}

  /** Everything has to be looked at to be counted: so not at every request. */
  read(credentials: BackstageCredentials): Promise<EstateSummary> {
    const { now } = this.options;
    return this.#recent
      .get(
        JSON.stringify(credentials.principal),
        () => new Recent({ maxAgeMs: MAX_AGE_MS, now }),
      )
      .get(() => this.#count(credentials));
  }

  async #count(credentials: BackstageCredentials): Promise<EstateSummary> {
    const { inventory, readable, placements } = this.options;
    const [all, { snapshot }] = await Promise.all([
      placements.list({}, credentials),
      inventory.read(),
    ]);
    const refs = snapshot.accounts.map(({ entityRef }) => entityRef);
    const [shown, may] = await Promise.all([
      placements.shown(all.map(withoutNeedless), credentials),
      readable.refs(refs, credentials),
    ]);
    return summarize({
      placements: shown.filter(item => item !== undefined),
      accounts: snapshot.accounts.filter(({ entityRef }) => may.has(entityRef)),
    });
  }
}

/**
 * Whether what a component declares is shown does not depend on its workspace:
 * thousands of workspaces need not be looked up to count it.
 */
function withoutNeedless(item: PlacementItem): PlacementItem {
  const { workspace, ...rest } = item;
  return item.state === 'undeclared' ? item : rest;
}
