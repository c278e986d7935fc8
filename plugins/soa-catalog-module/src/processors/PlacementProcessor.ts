import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { getCompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { processingResult } from '@backstage/plugin-catalog-node';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  accountEntityRef,
  parsePlacements,
  RELATION_HOSTS,
  RELATION_RUNS_IN,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementProblem } from '@backstage-soa/plugin-soa-common';
import type { LocationSpec } from '@backstage/plugin-catalog-common';

/**
 * Checks `spec.placements` of components and relates them to the accounts that
 * they run in.
 *
 * What is wrong shows as a processing error on the entity's page, and the rest
 * of the entity stays. An error that a processor emits or throws would hide a
 * new component altogether, and freeze one that exists.
 */
export class PlacementProcessor implements CatalogProcessor {
  /** @param environments - those of the organisation; any if empty */
  constructor(private readonly environments: readonly string[]) {}

  getProcessorName(): string {
    return 'SoaPlacementProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const declared = entity.spec?.placements;
    if (entity.kind !== 'Component' || declared === undefined) {
      return entity;
    }
    const { placements, problems } = parsePlacements(declared, {
      environments:
        this.environments.length > 0 ? this.environments : undefined,
    });
    const component = getCompoundEntityRef(entity);
    for (const id of new Set(placements.map(({ account }) => account))) {
      const account = parseEntityRef(accountEntityRef(id));
      emit(
        processingResult.relation({
          source: component,
          type: RELATION_RUNS_IN,
          target: account,
        }),
      );
      emit(
        processingResult.relation({
          source: account,
          type: RELATION_HOSTS,
          target: component,
        }),
      );
    }
    return problems.length > 0 ? withProblems(entity, problems) : entity;
  }
}

function withProblems(
  entity: Entity,
  problems: readonly PlacementProblem[],
): Entity {
  const { status } = entity as Entity & { status?: { items?: object[] } };
  const items = problems.map(({ path, message }) => ({
    type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
    level: 'error',
    message: `InputError: ${path} ${message}`,
    error: { name: 'InputError', message: `${path} ${message}` },
  }));
  return {
    ...entity,
    status: { ...status, items: [...(status?.items ?? []), ...items] },
  } as Entity;
}
