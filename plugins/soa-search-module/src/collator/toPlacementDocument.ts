import { parseEntityRef } from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type {
  PlacementDocument,
  PlacementItem,
} from '@backstage-soa/plugin-soa-common';

/**
 * What can be found of a placement, by whoever may read its component: what the
 * component says itself, and neither the account's nor the workspace's name,
 * which not everybody may read who reads the component. A document is shown by one
 * permission on one entity: the account's name is in a document of the account, by
 * which its services are found, too.
 *
 * @returns `undefined` for what no component declares: whoever may read the
 * workspace must not learn from it what a component that they may not read does
 * not say
 */
export function toPlacementDocument(
  item: PlacementItem,
): (IndexableDocument & PlacementDocument) | undefined {
  if (item.state === 'undeclared') {
    return undefined;
  }
  const { account, componentRef, environment, region, runtime, cell } = item;
  const { kind, namespace, name } = parseEntityRef(componentRef);
  return {
    title: `${name} in ${environment}, ${region}`,
    text: [name, environment, account.id, region, runtime, cell]
      .filter(Boolean)
      .join(' '),
    // Search engines take it for the document's key: the component's own page,
    // which is another document's, and every placement need one each.
    location: `/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
      .join('/')}#${[environment, account.id, region, runtime, cell]
      .filter(part => part !== undefined)
      .map(part => encodeURIComponent(String(part)))
      .join('/')}`,
    authorization: { resourceRef: componentRef },
    componentRef,
    environment,
    accountId: account.id,
    region,
    runtime,
  };
}
