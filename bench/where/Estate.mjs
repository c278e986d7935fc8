const ACCOUNTS = 10_000;
const UNITS = 1_000;
const COMPONENTS = 3_000;
const WORKSPACES = 10_000;
const PROD_ACCOUNTS = 200;
const PROD_COMPONENTS = 1_000;
const PROD_PLACEMENTS = 4_000;
const UNITS_BELOW = 10;
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-northeast-1'];
const RUNTIMES = ['ecs-fargate', 'eks', 'lambda'];

export const MANAGEMENT_ACCOUNT = '100000000001';
export const ORGANIZATION_ID = 'o-bench00001';
export const ROOT_ID = 'r-bench';

/**
 * 10,000 accounts in 1,000 OUs, and 3,000 components with a workspace for each of their
 * 10,000 placements: 1,000 of them in production, in 200 accounts. The same each time.
 */
export class Estate {
  units = Array.from({ length: UNITS }, (_, index) => ({
    id: unitId(index),
    name: `Unit ${index}`,
    parentId:
      index < UNITS_BELOW
        ? ROOT_ID
        : unitId(Math.floor(index / UNITS_BELOW) - 1),
  }));

  accounts = Array.from({ length: ACCOUNTS }, (_, index) => {
    const unit = this.units[index % UNITS];
    return {
      id: accountId(index),
      name: `account-${index}`,
      unit,
      path: this.#pathOf(unit),
      tags: {
        'soa:environment': environmentOf(index),
        'soa:owner': `group:default/team-${index % 50}`,
        'soa:runtimes': RUNTIMES.join(' '),
        'soa:regions': REGIONS.join(' '),
      },
    };
  });

  placements = Array.from({ length: WORKSPACES }, (_, index) =>
    index < PROD_PLACEMENTS
      ? placementOf({
          component: index % PROD_COMPONENTS,
          account: (index * 7) % PROD_ACCOUNTS,
          number: Math.floor(index / PROD_COMPONENTS),
          environment: 'prod',
        })
      : placementOf({
          component: index % COMPONENTS,
          account: PROD_ACCOUNTS + ((index * 13) % (ACCOUNTS - PROD_ACCOUNTS)),
          number: Math.floor(index / COMPONENTS),
        }),
  );

  /** As what the catalog reads: one document for each component. */
  catalogDocuments() {
    const placements = new Map();
    for (const { component, placement } of this.placements) {
      placements.set(component, [
        ...(placements.get(component) ?? []),
        placement,
      ]);
    }
    return [...placements].map(([name, its]) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'team-1',
        placements: its,
      },
    }));
  }

  /** As the sandbox cloud takes workspaces. */
  workspaces() {
    return this.placements.map(({ component, placement, key }, index) => ({
      id: `ws-bench${String(index).padStart(11, '0')}`,
      name: `${component}-${key}`,
      placement: key,
      tags: {
        'soa-component': component,
        'soa-namespace': 'default',
        'soa-environment': placement.environment,
        'soa-account': placement.account,
        'soa-region': placement.region,
        'soa-runtime': placement.runtime,
        'soa-cell': placement.cell,
      },
    }));
  }

  #pathOf(unit) {
    const ids = [];
    for (let at = unit; at; at = this.#unit(at.parentId)) {
      ids.unshift(at.id);
    }
    return [ORGANIZATION_ID, ROOT_ID, ...ids, ''].join('/');
  }

  #unit(id) {
    return this.units.find(unit => unit.id === id);
  }
}

function unitId(index) {
  return `ou-bench-${String(index).padStart(8, '0')}`;
}

function accountId(index) {
  return String(200_000_000_000 + index);
}

function environmentOf(index) {
  return index < PROD_ACCOUNTS ? 'prod' : ['dev', 'qa'][index % 2];
}

function placementOf({ component, account, number, environment }) {
  // Cells keep apart what is in the same account and Region.
  const cell = `c${number}`;
  return {
    component: `service-${String(component).padStart(4, '0')}`,
    key: `${environment ?? environmentOf(account)}-${cell}-${account}`,
    placement: {
      environment: environment ?? environmentOf(account),
      account: accountId(account),
      region: REGIONS[component % REGIONS.length],
      runtime: RUNTIMES[component % RUNTIMES.length],
      cell,
    },
  };
}
