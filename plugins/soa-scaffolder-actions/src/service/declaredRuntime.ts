import type { Entity } from '@backstage/catalog-model';
import { parsePlacements } from '@backstage-soa/plugin-soa-common';
import type { Runtime } from '@backstage-soa/plugin-soa-common';

/** What a component runs on, as the catalog knows it. */
export function declaredRuntime({ spec }: Entity): Runtime | undefined {
  return parsePlacements(spec?.placements ?? []).placements[0]?.runtime;
}
