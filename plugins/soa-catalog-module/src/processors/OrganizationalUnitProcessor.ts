import {
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import { processingResult } from '@backstage/plugin-catalog-node';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  RESOURCE_TYPE_CLOUD_ACCOUNT,
  RESOURCE_TYPE_ORGANIZATIONAL_UNIT,
} from '@backstage-soa/plugin-soa-common';

const TYPES: unknown[] = [
  RESOURCE_TYPE_CLOUD_ACCOUNT,
  RESOURCE_TYPE_ORGANIZATIONAL_UNIT,
];

/** Relates accounts and organizational units to the unit that they are in. */
export class OrganizationalUnitProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'SoaOrganizationalUnitProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const unit = entity.spec?.organizationalUnit;
    if (
      entity.kind === 'Resource' &&
      TYPES.includes(entity.spec?.type) &&
      typeof unit === 'string'
    ) {
      const source = getCompoundEntityRef(entity);
      const target = parseEntityRef(unit, {
        defaultKind: 'Resource',
        defaultNamespace: source.namespace,
      });
      emit(
        processingResult.relation({ source, type: RELATION_PART_OF, target }),
      );
      emit(
        processingResult.relation({
          source: target,
          type: RELATION_HAS_PART,
          target: source,
        }),
      );
    }
    return entity;
  }
}
