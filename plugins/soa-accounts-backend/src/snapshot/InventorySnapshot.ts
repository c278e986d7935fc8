import type {
  Account,
  OrganizationalUnit,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import { WorkspaceIndex } from './WorkspaceIndex';

/** All that the inventory knew at one time, in the order of the ids. */
export class InventorySnapshot {
  readonly units: readonly OrganizationalUnit[];
  readonly accounts: readonly Account[];
  readonly workspaces: readonly Workspace[];
  readonly accountById: ReadonlyMap<string, Account>;
  readonly workspaceIndex: WorkspaceIndex;
  readonly #unitById: ReadonlyMap<string, OrganizationalUnit>;

  constructor(known: {
    units: OrganizationalUnit[];
    accounts: Account[];
    workspaces: Workspace[];
  }) {
    this.units = known.units.sort(byId);
    this.accounts = known.accounts.sort(byId);
    this.workspaces = known.workspaces.sort(byId);
    this.accountById = new Map(
      this.accounts.map(account => [account.id, account]),
    );
    this.#unitById = new Map(this.units.map(unit => [unit.id, unit]));
    this.workspaceIndex = new WorkspaceIndex(this.workspaces);
  }

  /** The root and the units that an account is in, the root first. */
  unitsAbove({ parentId }: Pick<Account, 'parentId'>): OrganizationalUnit[] {
    const above: OrganizationalUnit[] = [];
    let unit = this.#unitById.get(parentId);
    // Units that were read while they moved could lead in a circle.
    while (unit && !above.includes(unit)) {
      above.unshift(unit);
      unit = unit.parentId ? this.#unitById.get(unit.parentId) : undefined;
    }
    return above;
  }
}

/** Whatever the database's collation. */
function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
