import {
  placementIdentity,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import type { Placement, Workspace } from '@backstage-soa/plugin-soa-common';

/** A workspace whose tags name the placement that it holds. */
export type PlacedWorkspace = Workspace &
  Required<Pick<Workspace, 'componentRef' | 'placement'>>;

/** Finds workspaces by what they hold. */
export class WorkspaceIndex {
  readonly #placed: PlacedWorkspace[] = [];
  readonly #byPlacement = new Map<string, PlacedWorkspace[]>();
  readonly #byComponent = new Map<string, PlacedWorkspace[]>();
  readonly #byAccount = new Map<string, PlacedWorkspace[]>();
  readonly #untagged = new Map<string, Workspace>();
  /** Those that a variable says the key of, by their name. */
  readonly #keyed = new Map<string, Workspace[]>();

  constructor(workspaces: readonly Workspace[]) {
    for (const workspace of workspaces) {
      if (isPlaced(workspace)) {
        const { componentRef, placement } = workspace;
        this.#placed.push(workspace);
        add(this.#byPlacement, keyOf(componentRef, placement), workspace);
        add(this.#byComponent, componentRef, workspace);
        add(this.#byAccount, placement.account, workspace);
      } else {
        const { organization, name, placementKey } = workspace;
        this.#untagged.set(`${organization}/${name}`, workspace);
        if (placementKey && name.endsWith(`-${placementKey}`)) {
          add(this.#keyed, name, workspace);
        }
      }
    }
  }

  /** Those whose tags name the placement: it can be more than one. */
  holding(componentRef: string, placement: Placement): PlacedWorkspace[] {
    return this.#byPlacement.get(keyOf(componentRef, placement)) ?? [];
  }

  /** All whose tags name a placement, of a component or in an account if given. */
  placed(filter: {
    componentRef?: string;
    accountId?: string;
  }): readonly PlacedWorkspace[] {
    const { componentRef, accountId } = filter;
    if (componentRef) {
      return this.#byComponent.get(componentRef) ?? [];
    }
    return accountId ? this.#byAccount.get(accountId) ?? [] : this.#placed;
  }

  /** The one of a name whose tags name no placement. */
  untagged(organization: string, name: string): Workspace | undefined {
    return this.#untagged.get(`${organization}/${name}`);
  }

  /** Whether there are any to be found by the key of a placement. */
  get hasKeyed(): boolean {
    return this.#keyed.size > 0;
  }

  /**
   * The one that has no tags, and both the name and the variable of a service's
   * placement.
   *
   * @returns `undefined` also where several organizations have one
   */
  keyed(service: string, key: string): Workspace | undefined {
    const named = this.#keyed.get(workspaceName(service, key)) ?? [];
    return named.length === 1 && named[0].placementKey === key
      ? named[0]
      : undefined;
  }
}

function isPlaced(workspace: Workspace): workspace is PlacedWorkspace {
  return !!workspace.componentRef && !!workspace.placement;
}

function keyOf(componentRef: string, placement: Placement): string {
  return `${componentRef} ${placementIdentity(placement)}`;
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  if (items) {
    items.push(item);
  } else {
    map.set(key, [item]);
  }
}
