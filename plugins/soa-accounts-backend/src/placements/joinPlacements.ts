import { placementIdentity } from '@backstage-soa/plugin-soa-common';
import type {
  Placement,
  PlacementState,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import type { DeclaredPlacements } from './declaredPlacements';

/** What is declared, what is observed, and what that makes of it. */
export interface JoinedPlacement {
  componentRef: string;
  placement: Placement;
  workspace: Workspace | undefined;
  state: PlacementState;
}

/** Holds what components declare against what workspaces hold. */
export function joinPlacements(options: {
  declared: readonly DeclaredPlacements[];
  workspaces: readonly Workspace[];
  /** Whether all workspaces have been read at least once. */
  workspacesAreKnown: boolean;
}): JoinedPlacement[] {
  const { declared, workspaces, workspacesAreKnown } = options;
  const held = new Map<string, Workspace[]>();
  const untagged = new Map<string, Workspace>();
  for (const workspace of workspaces) {
    const { componentRef, placement, name, organization } = workspace;
    if (componentRef && placement) {
      const key = keyOf(componentRef, placement);
      held.set(key, [...(held.get(key) ?? []), workspace]);
    } else {
      untagged.set(name, workspace);
      untagged.set(`${organization}/${name}`, workspace);
    }
  }
  const joined: JoinedPlacement[] = [];
  for (const { componentRef, placements } of declared) {
    for (const placement of placements) {
      // More than one can hold it: those that are left over show as undeclared.
      const workspace =
        held.get(keyOf(componentRef, placement))?.shift() ??
        // A placement can name its workspace where that carries no tags.
        (placement.workspace ? untagged.get(placement.workspace) : undefined);
      joined.push({
        componentRef,
        placement,
        workspace,
        state: stateOf(workspace, workspacesAreKnown),
      });
    }
  }
  for (const workspace of [...held.values()].flat()) {
    joined.push({
      componentRef: workspace.componentRef!,
      placement: workspace.placement!,
      workspace,
      state: 'undeclared',
    });
  }
  return joined;
}

function keyOf(componentRef: string, placement: Placement): string {
  return `${componentRef} ${placementIdentity(placement)}`;
}

function stateOf(
  workspace: Workspace | undefined,
  workspacesAreKnown: boolean,
): PlacementState {
  if (!workspace) {
    return workspacesAreKnown ? 'missing-workspace' : 'unknown';
  }
  return workspace.drifted ? 'drifted' : 'in-sync';
}
