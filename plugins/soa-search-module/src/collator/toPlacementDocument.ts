import { parseEntityRef } from '@backstage/catalog-model';
import { workspaceEntityRef } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import type { PlacementDocument } from './PlacementDocument';

/**
 * What can be found of a placement, and by whom: whoever may read the component,
 * or the workspace where no component declares it.
 */
export function toPlacementDocument(item: PlacementItem): PlacementDocument {
  const { account, environment, region, runtime, workspace } = item;
  const resourceRef =
    item.state === 'undeclared' && workspace
      ? workspaceEntityRef(workspace.id)
      : item.componentRef;
  const { kind, namespace, name } = parseEntityRef(resourceRef);
  const component = parseEntityRef(item.componentRef).name;
  return {
    title: `${component} in ${environment}, ${region}`,
    text: [
      component,
      environment,
      account.id,
      account.name,
      region,
      runtime,
      item.cell,
      workspace?.name,
    ]
      .filter(Boolean)
      .join(' '),
    // Search engines take it for the document's key: the component's own page,
    // which is another document's, and every placement need one each.
    location: `/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
      .join('/')}#${[environment, account.id, region, runtime, item.cell]
      .filter(part => part !== undefined)
      .map(part => encodeURIComponent(String(part)))
      .join('/')}`,
    authorization: { resourceRef },
    componentRef: item.componentRef,
    environment,
    accountId: account.id,
    accountName: account.name ?? '',
    region,
    runtime,
  };
}
