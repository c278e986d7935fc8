import { parseEntityRef } from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type {
  Account,
  AccountDocument,
} from '@backstage-soa/plugin-soa-common';

/**
 * What can be found of an account, by whoever may read its entity: what the entity
 * says itself. What runs there is not in it, as not everybody who may read the
 * account may read that: the page of results asks for it, on behalf of who looks.
 */
export function toAccountDocument(
  account: Account,
): IndexableDocument & AccountDocument {
  const { id, name, state, environment, entityRef, businessUnit } = account;
  const { organizationalUnitPath, regions, runtimes } = account;
  const entity = parseEntityRef(entityRef);
  return {
    title: `${name} (${id})`,
    text: [
      id,
      name,
      environment,
      organizationalUnitPath.split('/').join(' '),
      ...regions,
      ...runtimes,
      businessUnit,
    ]
      .filter(Boolean)
      .join(' '),
    // Search engines take it for the document's key, and the account's page is
    // that of the catalog's own document.
    location: `/catalog/${[entity.namespace, entity.kind, entity.name]
      .map(encodeURIComponent)
      .join('/')}#what-runs-here`,
    authorization: { resourceRef: entityRef },
    accountId: id,
    accountName: name,
    state,
    ...(environment && { environment }),
    organizationalUnitPath,
    regions,
    runtimes,
  };
}
