import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { canPublish } from './canPublish';
import { withSandboxRepository } from './withSandboxRepository';

/** Lets a template run where there is no source-code host that it publishes to. */
export class SandboxRepositoryProcessor implements CatalogProcessor {
  readonly #repositoriesUrl: string;

  constructor(private readonly config: Config) {
    this.#repositoriesUrl = config.getString('demo.repositoriesUrl');
  }

  getProcessorName(): string {
    return 'SandboxRepositoryProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return entity.kind === 'Template'
      ? withSandboxRepository(entity, {
          repositoriesUrl: this.#repositoriesUrl,
          canPublish: (action, hosts) => canPublish(this.config, action, hosts),
        })
      : entity;
  }
}
