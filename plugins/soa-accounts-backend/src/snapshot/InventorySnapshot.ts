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
    this.workspaceIndex = new WorkspaceIndex(this.workspaces);
  }
}

/** Whatever the database's collation. */
function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
