import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { workspaceEntityRef } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { Recent, RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import type { ReadableEntities } from '../access';
import type { InventoryStore } from '../store';
import { declaredPlacements } from './declaredPlacements';
import type { DeclaredPlacements } from './declaredPlacements';
import { joinPlacements } from './joinPlacements';
import { toPlacementItem } from './toPlacementItem';

const DECLARED_MAX_AGE_MS = 10_000;
const MOST_CALLERS = 50;

/** Placements, as far as whoever asks may see them. */
export class PlacementReader {
  /** Long lists are read page by page, and each page takes all of them. */
  readonly #declared = new RecentlyUsed<Recent<DeclaredPlacements[]>>(
    MOST_CALLERS,
  );

  constructor(
    private readonly options: {
      catalog: CatalogService;
      readable: ReadableEntities;
      store: InventoryStore;
      workspaceSources: string[];
      now?: () => Date;
    },
  ) {}

  /**
   * The placements that the caller's components declare, and those of
   * workspaces that no such component declares: to be passed on through
   * {@link PlacementReader.shown} only.
   */
  async list(
    filter: { componentRef?: string; accountId?: string },
    credentials: BackstageCredentials,
  ): Promise<PlacementItem[]> {
    const { store, workspaceSources } = this.options;
    const [declared, workspaces, accounts, hasRead] = await Promise.all([
      this.#declaredFor(filter, credentials),
      store.listWorkspaces({ ...filter, orUntagged: true }),
      store.listAccounts(),
      store.hasRead(workspaceSources),
    ]);
    const joined = joinPlacements({
      declared,
      workspaces,
      workspacesAreKnown: hasRead && workspaceSources.length > 0,
    });
    const byId = new Map(accounts.map(account => [account.id, account]));
    return joined.map(item =>
      toPlacementItem({ ...item, account: byId.get(item.placement.account) }),
    );
  }

  #declaredFor(
    filter: { componentRef?: string; accountId?: string },
    credentials: BackstageCredentials,
  ): Promise<DeclaredPlacements[]> {
    const read = () =>
      declaredPlacements(this.options.catalog, credentials, filter);
    if (filter.componentRef || filter.accountId) {
      return read();
    }
    const { now } = this.options;
    return this.#declared
      .get(
        JSON.stringify(credentials.principal),
        () => new Recent({ maxAgeMs: DECLARED_MAX_AGE_MS, now }),
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
