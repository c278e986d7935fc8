import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { parsePlacements } from '@backstage-soa/plugin-soa-common';
import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';

const AT_ONCE = 500;

/**
 * Tells which owners the catalog does not know any more: their component is not
 * there, or does not declare their environment.
 */
export class MissingOwners {
  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    },
  ) {}

  /**
   * Looks as the portal itself, who sees all of them.
   *
   * @throws an error if the catalog does not answer for all
   */
  async among<T extends { owner: ReservationOwner }>(
    owned: readonly T[],
  ): Promise<Set<T>> {
    const refs = [...new Set(owned.map(({ owner }) => owner.componentRef))];
    const environments = new Map<string, Set<string> | undefined>();
    for (let start = 0; start < refs.length; start += AT_ONCE) {
      const some = refs.slice(start, start + AT_ONCE);
      const found = await this.#environmentsOf(some);
      some.forEach((ref, index) => environments.set(ref, found[index]));
    }
    return new Set(
      owned.filter(({ owner: { kind, componentRef, id } }) => {
        const declared = environments.get(componentRef);
        return !declared || (kind === 'environment' && !declared.has(id));
      }),
    );
  }

  async #environmentsOf(
    entityRefs: string[],
  ): Promise<Array<Set<string> | undefined>> {
    const { catalog, auth } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'spec.placements',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    if (items.length !== entityRefs.length) {
      throw new Error('The catalog has not answered for all components');
    }
    return items.map(
      entity =>
        entity &&
        new Set(
          parsePlacements(entity.spec?.placements ?? []).placements.map(
            ({ environment }) => environment,
          ),
        ),
    );
  }
}
