import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const BATCH = 500;
const FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

/** Which catalog entities a caller may read; other backends may read all. */
export class ReadableEntities {
  constructor(
    private readonly options: { auth: AuthService; catalog: CatalogService },
  ) {}

  isService(credentials: BackstageCredentials): boolean {
    return this.options.auth.isPrincipal(credentials, 'service');
  }

  /** Those of the references that stand for entities that the caller may read. */
  async refs(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    return this.isService(credentials)
      ? new Set(entityRefs)
      : this.#existing(entityRefs, credentials);
  }

  /** Those of the references that stand for entities at all. */
  async existing(entityRefs: readonly string[]): Promise<Set<string>> {
    return this.#existing(
      entityRefs,
      await this.options.auth.getOwnServiceCredentials(),
    );
  }

  async #existing(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const asked = [...new Set(entityRefs)];
    const found = new Set<string>();
    for (let index = 0; index < asked.length; index += BATCH) {
      const batch = asked.slice(index, index + BATCH);
      const { items } = await this.options.catalog.getEntitiesByRefs(
        { entityRefs: batch, fields: FIELDS },
        { credentials },
      );
      batch
        .filter((_, position) => items[position])
        .forEach(ref => found.add(ref));
    }
    return found;
  }
}
