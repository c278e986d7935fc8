import { regionPartition } from '@backstage-soa/plugin-soa-common';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { ServiceDescription } from './ServiceDescription';
import { sorted } from './sorted';

/** `placements/<key>.json`: all that sets one placement apart. */
export function placementFile(
  service: ServiceDescription,
  placement: ResolvedPlacement,
): string {
  const { environment, account, region, runtime, cell, key, workspace } =
    placement;
  const { permissionsBoundary, hostname, needs } = service;
  const consumes = service.consumes?.[key] ?? [];
  return `${JSON.stringify(
    {
      component: service.componentRef,
      service: service.name,
      owner: service.owner,
      environment,
      production: service.productionEnvironments.includes(environment),
      account,
      region,
      runtime,
      ...(cell && { cell }),
      key,
      workspace,
      ...(hostname && { hostname }),
      regions: regionsBeside(placement, service.placements),
      ...(permissionsBoundary && {
        permissions_boundary: `arn:${regionPartition(
          region,
        )}:iam::${account}:policy/${permissionsBoundary}`,
      }),
      ...(consumes.length > 0 && { consumes: sorted(consumes) }),
      // So that whoever places it elsewhere knows whether it can run there.
      ...(needs && { needs: [...needs].sort() }),
      settings: sorted({
        ...service.settings,
        ...service.environmentSettings?.[environment],
      }),
    },
    undefined,
    2,
  )}\n`;
}

/** Where else the service runs in the environment: DNS sends people to the nearest. */
function regionsBeside(
  { environment, cell }: ResolvedPlacement,
  placements: readonly ResolvedPlacement[],
): string[] {
  const regions = placements
    .filter(one => one.environment === environment && one.cell === cell)
    .map(({ region }) => region);
  return [...new Set(regions)].sort();
}
