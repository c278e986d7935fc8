import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import {
  placementIdentity,
  placementKeys,
} from '@backstage-soa/plugin-soa-common';
import type { Placement, Workspace } from '@backstage-soa/plugin-soa-common';
import type { WorkspaceIndex } from '../snapshot';
import type { DeclaredPlacements } from './declaredPlacements';

/**
 * Finds a component's workspaces that have no tags, as on hosts without tag
 * bindings, by what templates give them beside these: a name, and the variable
 * `placement`. Neither says a namespace: they are those of the default one.
 *
 * What is declared says where it is. A workspace that nobody declares is none of
 * anything: its key names neither account nor runtime.
 */
export function workspacesByKey(
  { componentRef, placements }: DeclaredPlacements,
  workspaces: WorkspaceIndex,
): (placement: Placement) => Workspace | undefined {
  const { namespace, name } = parseEntityRef(componentRef);
  if (!workspaces.hasKeyed || namespace !== DEFAULT_NAMESPACE) {
    return () => undefined;
  }
  const keys = placementKeys(placements);
  return placement => {
    const key = keys.get(placementIdentity(placement));
    return key === undefined ? undefined : workspaces.keyed(name, key);
  };
}
