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
    location: `/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
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
