import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { workspaceEntityRef } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { Recent, RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import type { ReadableEntities } from '../access';
import type { InventorySnapshot, SnapshotReader } from '../snapshot';
import { declaredPlacements } from './declaredPlacements';
import type { DeclaredPlacements } from './declaredPlacements';
import { joinPlacements } from './joinPlacements';
import { placementOrder } from './placementOrder';
import { toPlacementItem } from './toPlacementItem';
import { WorkspaceKnowledge } from './WorkspaceKnowledge';

const DECLARED_MAX_AGE_MS = 10_000;
// Nobody waits for all components of the catalog again: each page that is shown asks
// what the caller may see of it now.
const DECLARED_WAIT_AFTER_MS = 60_000;
// Each keeps all placements.
const MOST_CALLERS = 20;

type Filter = { componentRef?: string; accountId?: string };

/** Placements, as far as whoever asks may see them. */
export class PlacementReader {
  /** Long lists are read page by page, and each page takes all of them. */
  readonly #declared = new RecentlyUsed<Recent<DeclaredPlacements[]>>(
    MOST_CALLERS,
  );
  readonly #joined = new WeakMap<
    DeclaredPlacements[],
    { snapshot: InventorySnapshot; knowledge: string; items: PlacementItem[] }
  >();

  constructor(
    private readonly options: {
      catalog: CatalogService;
      readable: ReadableEntities;
      inventory: Pick<SnapshotReader, 'read'>;
      environments: readonly string[];
      /** HCP Terraform's; the first is where workspaces are without one. */
      organizations: readonly string[];
      /** After how many milliseconds what was read is too old. */
      longestAge: number;
      now?: () => Date;
    },
  ) {}

  /**
   * The placements that the caller's components declare, and those of
   * workspaces that no such component declares, in the order of
   * {@link placementOrder}: to be passed on through
   * {@link PlacementReader.shown} only.
   */
  async list(
    filter: Filter,
    credentials: BackstageCredentials,
  ): Promise<readonly PlacementItem[]> {
    const { organizations, longestAge, now = () => new Date() } = this.options;
    const [declared, { snapshot, sources }] = await Promise.all([
      this.#declaredFor(filter, credentials),
      this.options.inventory.read(),
    ]);
    const knowledge = new WorkspaceKnowledge({
      organizations,
      sources,
      longestAge,
      now: now(),
    });
    const kept = this.#joined.get(declared);
    if (kept?.snapshot === snapshot && kept.knowledge === knowledge.key) {
      return kept.items;
    }
    const items = joinPlacements({
      declared,
      workspaces: snapshot.workspaceIndex,
      filter,
      defaultOrganization: organizations[0],
      knowledge,
    }).map(item =>
      toPlacementItem({
        ...item,
        account: snapshot.accountById.get(item.placement.account),
      }),
    );
    const inOrder = items
      .map(item => ({ item, key: placementOrder(item) }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ item }) => item);
    this.#joined.set(declared, {
      snapshot,
      knowledge: knowledge.key,
      items: inOrder,
    });
    return inOrder;
  }

  #declaredFor(
    filter: Filter,
    credentials: BackstageCredentials,
  ): Promise<DeclaredPlacements[]> {
    const { catalog, environments, now } = this.options;
    const read = () =>
      declaredPlacements({ catalog, credentials, filter, environments });
    if (filter.componentRef || filter.accountId) {
      return read();
    }
    return this.#declared
      .get(
        JSON.stringify(credentials.principal),
        () =>
          new Recent({
            maxAgeMs: DECLARED_MAX_AGE_MS,
            waitAfterMs: DECLARED_WAIT_AFTER_MS,
            now,
          }),
      )
      .get(read);
  }

  /** Placements as the caller may see them, nothing for those not at all. */
  async shown(
    items: readonly PlacementItem[],
    credentials: BackstageCredentials,
  ): Promise<Array<PlacementItem | undefined>> {
    const { readable } = this.options;
    const may = await readable.refs(items.flatMap(refsOf), credentials);
    // Whoever may not see a component cannot be told what it does not declare.
    const hidden = await readable.existing(
      items.flatMap(({ state, componentRef }) =>
        state === 'undeclared' && !may.has(componentRef) ? [componentRef] : [],
      ),
    );
    return items.map(item => {
      const { workspace, account, ...rest } = item;
      if (item.state !== 'undeclared' && !may.has(item.componentRef)) {
        return undefined;
      }
      const mayAccount = may.has(account.entityRef);
      const mayWorkspace =
        workspace && may.has(workspaceEntityRef(workspace.id));
      if (
        item.state === 'undeclared' &&
        (hidden.has(item.componentRef) || !(mayAccount || mayWorkspace))
      ) {
        return undefined;
      }
      const { id, entityRef } = account;
      return {
        ...rest,
        account: mayAccount ? account : { id, entityRef },
        ...(mayWorkspace && { workspace }),
      };
    });
  }
}

function refsOf(item: PlacementItem): string[] {
  return [
    item.componentRef,
    item.account.entityRef,
    ...(item.workspace ? [workspaceEntityRef(item.workspace.id)] : []),
  ];
}
