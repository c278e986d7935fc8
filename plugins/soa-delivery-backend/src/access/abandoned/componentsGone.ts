import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const AT_ONCE = 500;

/**
 * Which components the catalog does not have: looked for as the portal itself, who
 * sees them all.
 *
 * @throws an error if the catalog does not answer
 */
export async function componentsGone(
  componentRefs: readonly string[],
  options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  },
): Promise<Set<string>> {
  const { catalog, auth } = options;
  const all = [...new Set(componentRefs)];
  const gone = new Set<string>();
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const entityRefs = all.slice(start, start + AT_ONCE);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    if (items.length !== entityRefs.length) {
      throw new Error('The catalog has not answered for all components');
    }
    entityRefs
      .filter((_, index) => !items[index])
      .forEach(ref => gone.add(ref));
  }
  return gone;
}
