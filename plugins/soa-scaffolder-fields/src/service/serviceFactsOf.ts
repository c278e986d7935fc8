import type { Entity } from '@backstage/catalog-model';
import { ownerRef, parsePlacements } from '@backstage-soa/plugin-soa-common';
import type { Runtime } from '@backstage-soa/plugin-soa-common';

/** What a form for a service that is there need not ask. */
export interface ServiceFacts {
  name: string;
  owner: string;
  runtime: Runtime;
}

/** @returns `undefined` for what is no service that runs somewhere */
export function serviceFactsOf(
  entity: Entity | undefined,
): ServiceFacts | undefined {
  const [placement] = parsePlacements(
    entity?.spec?.placements ?? [],
  ).placements;
  const written = entity?.spec?.owner;
  const owner =
    typeof written === 'string'
      ? ownerRef(written, entity?.metadata.namespace)
      : undefined;
  return placement && owner
    ? { name: entity!.metadata.name, owner, runtime: placement.runtime }
    : undefined;
}
