import type { HcpRun } from '../HcpState';

/** What the plan of a run does to one resource, as Terraform's plan JSON has it. */
export interface PlannedChange {
  address: string;
  mode: 'managed';
  type: string;
  name: string;
  change: { actions: string[]; importing?: { id: string } };
}

// Of roles that an account is given, whose names its variable holds.
const OTHERS = 'module.baseline.aws_iam_role.access';

/**
 * What the plan of a run does, resource by resource: as many of each action as the
 * plan counts.
 *
 * @param known - the addresses that the runtime is known to have
 */
export function plannedChanges(
  { isDestroy, plan }: HcpRun,
  known: readonly string[],
): PlannedChange[] {
  const { add, change, destroy, import: imported = 0 } = plan;
  const others = (count: number, from = 0) =>
    Array.from(
      { length: Math.max(count, 0) },
      (_, index) => `${OTHERS}[${from + index}]`,
    );
  if (isDestroy) {
    return [...known.slice(0, destroy), ...others(destroy - known.length)].map(
      address => changeOf(address, 'delete'),
    );
  }
  const isNew = add + imported >= known.length;
  const created = isNew ? known.slice(imported) : [];
  const kept = known.length - change;
  return [
    ...known.slice(0, isNew ? imported : 0).map(taken),
    ...created.map(address => changeOf(address, 'create')),
    ...others(add - created.length).map(one => changeOf(one, 'create')),
    ...others(destroy, add).map(one => changeOf(one, 'delete')),
    ...(isNew
      ? []
      : known.map((address, index) =>
          changeOf(address, index < kept ? 'no-op' : 'update'),
        )),
    ...others(isNew ? change : change - known.length, add + destroy).map(one =>
      changeOf(one, 'update'),
    ),
  ];
}

function changeOf(address: string, action: string): PlannedChange {
  const [type, name] = address
    .replace(/^(module\.\w+\.)*/, '')
    .replace(/\[.*$/, '')
    .split('.');
  return {
    address,
    mode: 'managed',
    type,
    name,
    change: { actions: [action] },
  };
}

function taken(address: string): PlannedChange {
  const change = changeOf(address, 'no-op');
  return {
    ...change,
    change: { ...change.change, importing: { id: change.name } },
  };
}
