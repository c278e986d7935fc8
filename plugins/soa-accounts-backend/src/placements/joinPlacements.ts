import type {
  Placement,
  PlacementState,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import type { WorkspaceIndex } from '../snapshot';
import type { DeclaredPlacements } from './declaredPlacements';
import type { WorkspaceKnowledge } from './WorkspaceKnowledge';
import { workspacesByKey } from './workspacesByKey';

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
  workspaces: WorkspaceIndex;
  /** Narrows what no component declares. */
  filter: { componentRef?: string; accountId?: string };
  /** Where a workspace is that a placement names without its organization. */
  defaultOrganization: string | undefined;
  knowledge: Pick<WorkspaceKnowledge, 'isComplete' | 'isOutdated'>;
}): JoinedPlacement[] {
  const { declared, workspaces, filter, defaultOrganization, knowledge } =
    options;
  const taken = new Set<string>();
  const joined: JoinedPlacement[] = [];
  for (const component of declared) {
    const { componentRef, placements } = component;
    const keyed = workspacesByKey(component, workspaces);
    for (const placement of placements) {
      // More than one can hold it: those that are left over show as undeclared.
      const workspace =
        workspaces
          .holding(componentRef, placement)
          .find(({ id }) => !taken.has(id)) ??
        (placement.workspace
          ? named(placement.workspace, workspaces, defaultOrganization)
          : keyed(placement));
      if (workspace) {
        taken.add(workspace.id);
      }
      joined.push({
        componentRef,
        placement,
        workspace,
        state: stateOf(workspace, knowledge),
      });
    }
  }
  for (const workspace of workspaces.placed(filter)) {
    if (!taken.has(workspace.id)) {
      const { componentRef, placement } = workspace;
      joined.push({ componentRef, placement, workspace, state: 'undeclared' });
    }
  }
  return joined;
}

/** A placement can name its workspace where that carries no tags. */
function named(
  wanted: string,
  workspaces: WorkspaceIndex,
  defaultOrganization: string | undefined,
): Workspace | undefined {
  const parts = wanted.split('/');
  const name = parts.pop();
  const organization = parts.pop() ?? defaultOrganization;
  return name && organization
    ? workspaces.untagged(organization, name)
    : undefined;
}

function stateOf(
  workspace: Workspace | undefined,
  knowledge: Pick<WorkspaceKnowledge, 'isComplete' | 'isOutdated'>,
): PlacementState {
  if (!workspace) {
    return knowledge.isComplete ? 'missing-workspace' : 'unknown';
  }
  if (knowledge.isOutdated(workspace.organization)) {
    return 'unknown';
  }
  if (workspace.applied === false) {
    return 'not-applied';
  }
  return workspace.drifted ? 'drifted' : 'in-sync';
}
