import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import { renderTerraform } from '../render';
import type { ServiceDescription } from '../render';
import { TerraformModules } from '../terraform-modules';
import { ordersPlacements } from './orders';

/** Where the repository of `orders` is. */
export const ORDERS_ROOT = 'https://github.com/acme/orders/blob/main';

const modules = new TerraformModules([
  resolve(__dirname, '../../../../terraform/modules'),
]);

/**
 * The component `orders`, as the catalog has it.
 *
 * @param placements - those that it declares
 */
export function ordersEntity(
  placements: readonly ResolvedPlacement[] = ordersPlacements,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      namespace: 'default',
      description: 'Takes orders',
      annotations: {
        'backstage.io/managed-by-location': `url:${ORDERS_ROOT}/catalog-info.yaml`,
        'backstage.io/source-location':
          'url:https://github.com/acme/orders/tree/main/',
      },
    },
    spec: {
      type: 'service',
      owner: 'group:default/team-shop',
      placements: placements.map(declared),
    },
  };
}

/** The repository of `orders`, as a template has made it. */
export async function ordersRepository(
  service: Partial<ServiceDescription> = {},
  module: string = 'ecs-fargate',
): Promise<Record<string, string>> {
  const { placements = ordersPlacements } = service;
  const tree = renderTerraform(
    {
      name: 'orders',
      componentRef: 'component:default/orders',
      owner: 'group:default/team-shop',
      productionEnvironments: ['prod'],
      settings: { image: `nginx@sha256:${'a'.repeat(64)}`, cpu: 256 },
      ...service,
      placements,
    },
    await modules.get(module),
  );
  return {
    ...Object.fromEntries(
      Object.entries(tree).map(([path, text]) => [`infra/${path}`, text]),
    ),
    'README.md': '# orders\n',
    'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: "orders"
spec:
  owner: "group:default/team-shop" # ours
  placements: ${JSON.stringify(placements.map(declared))}
`,
  };
}

function declared({
  environment,
  account,
  region,
  runtime,
  workspace,
}: ResolvedPlacement) {
  return { environment, account, region, runtime, workspace };
}
