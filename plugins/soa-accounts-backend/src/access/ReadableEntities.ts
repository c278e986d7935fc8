import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { isWrittenByPeople } from '@backstage-soa/plugin-soa-common';

const BATCH = 500;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];
/** `catalog.entity.read`, as the catalog itself has it. */
const CATALOG_ENTITY_READ = {
  type: 'resource',
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
} as const;

/**
 * Which catalog entities a caller may read; other backends may read all.
 *
 * Accounts, units and workspaces are resources that stand in the catalog by their
 * ids. Anybody who may register a file can give a resource that name: what is
 * written by people never stands for one of them.
 */
export class ReadableEntities {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
    },
  ) {}

  isService(credentials: BackstageCredentials): boolean {
    return this.options.auth.isPrincipal(credentials, 'service');
  }

  /** Those of the references that stand for entities that the caller may read. */
  async refs(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    if (this.isService(credentials)) {
      return new Set((await this.#mayReadAll(credentials)) ? entityRefs : []);
    }
    return this.#existing(entityRefs, credentials);
  }

  /** Those of the references that stand for entities at all. */
  async existing(entityRefs: readonly string[]): Promise<Set<string>> {
    return this.#existing(
      entityRefs,
      await this.options.auth.getOwnServiceCredentials(),
    );
  }

  /** A service's token can be restricted to some permissions. */
  async #mayReadAll(credentials: BackstageCredentials): Promise<boolean> {
    const { auth, permissions } = this.options;
    if (
      auth.isPrincipal(credentials, 'service') &&
      !credentials.principal.accessRestrictions
    ) {
      return true;
    }
    const [{ result }] = await permissions.authorizeConditional(
      [{ permission: CATALOG_ENTITY_READ }],
      { credentials },
    );
    return String(result) === 'ALLOW';
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
      batch.forEach((ref, position) => {
        const entity = items[position];
        if (entity && !(isOurs(ref) && isWrittenByPeople(entity))) {
          found.add(ref);
        }
      });
    }
    return found;
  }
}

function isOurs(entityRef: string): boolean {
  return (
    parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US') === 'resource'
  );
}
