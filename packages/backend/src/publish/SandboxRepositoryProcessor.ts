import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { withSandboxRepository } from './withSandboxRepository';

/** Lets the shipped templates run where there is no source-code host. */
export class SandboxRepositoryProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'SandboxRepositoryProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return entity.kind === 'Template' ? withSandboxRepository(entity) : entity;
  }
}
