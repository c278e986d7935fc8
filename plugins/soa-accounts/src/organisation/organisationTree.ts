import type {
  Account,
  OrganizationalUnit,
  PlacementItem,
} from '@backstage-soa/plugin-soa-common';
import { contentsOf } from './contentsOf';
import type { Contents } from './contentsOf';

/** An organisation as a whole: its root goes without saying. */
export interface OrganisationNode extends Contents {
  kind: 'organisation';
  id: string;
  name: string;
  children: TreeNode[];
}

/** An organizational unit. */
export interface UnitNode extends Contents {
  kind: 'unit';
  id: string;
  name: string;
  unit: OrganizationalUnit;
  children: TreeNode[];
}

/** An account, and what runs there. */
export interface AccountNode extends Contents {
  kind: 'account';
  id: string;
  name: string;
  account: Account;
  children: ServiceNode[];
}

/** A service in an account. */
export interface ServiceNode {
  kind: 'service';
  /** Of the account and the service. */
  id: string;
  componentRef: string;
  items: readonly PlacementItem[];
}

/** Something with a row of its own. */
export type TreeNode = OrganisationNode | UnitNode | AccountNode | ServiceNode;

/**
 * Organisations side by side, with their units and accounts by name. What is in a
 * unit that the reader may not see is in the organisation itself.
 */
export function organisationTree(options: {
  units: readonly OrganizationalUnit[];
  accounts: readonly Account[];
  placements: readonly PlacementItem[];
}): OrganisationNode[] {
  const { units, accounts, placements } = options;
  const unitsIn = groupBy(
    units.filter(({ parentId }) => parentId),
    unitParent(units),
  );
  const accountsIn = groupBy(accounts, accountParent(units));
  const placementsIn = groupBy(placements, ({ account }) => account.id);

  const nodesIn = (parentId: string): Array<UnitNode | AccountNode> => [
    ...byName((unitsIn.get(parentId) ?? []).map(unitNode)),
    ...byName((accountsIn.get(parentId) ?? []).map(accountNode)),
  ];
  function unitNode(unit: OrganizationalUnit): UnitNode {
    const children = nodesIn(unit.id);
    const { id, name } = unit;
    return { kind: 'unit', id, name, unit, children, ...contentsOf(children) };
  }
  function accountNode(account: Account): AccountNode {
    const items = placementsIn.get(account.id) ?? [];
    const services = groupBy(items, ({ componentRef }) => componentRef);
    return {
      kind: 'account',
      id: account.id,
      name: account.name,
      account,
      children: [...services].map(([componentRef, own]) => ({
        kind: 'service',
        id: `${account.id} ${componentRef}`,
        componentRef,
        items: own,
      })),
      accounts: 1,
      services: new Set(services.keys()),
      placements: items.length,
    };
  }

  const organisations = new Set(
    [...units, ...accounts].map(({ organizationId }) => organizationId),
  );
  return [...organisations].sort().map(id => {
    const children = nodesIn(id);
    return {
      kind: 'organisation',
      id,
      name: id,
      children,
      ...contentsOf(children),
    };
  });
}

/** Where a unit is drawn: in the unit above it, or else in its organisation. */
function unitParent(units: readonly OrganizationalUnit[]) {
  const known = drawnUnits(units);
  return ({ parentId, organizationId }: OrganizationalUnit) =>
    parentId && known.has(parentId) ? parentId : organizationId;
}

function accountParent(units: readonly OrganizationalUnit[]) {
  const known = drawnUnits(units);
  return ({ parentId, organizationId }: Account) =>
    known.has(parentId) ? parentId : organizationId;
}

/** All but the roots. */
function drawnUnits(units: readonly OrganizationalUnit[]): Set<string> {
  return new Set(units.filter(({ parentId }) => parentId).map(({ id }) => id));
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}

const compare = new Intl.Collator('en-US', { numeric: true }).compare;

function byName<T extends { name: string; id: string }>(nodes: T[]): T[] {
  return nodes.sort(
    (one, other) => compare(one.name, other.name) || compare(one.id, other.id),
  );
}
