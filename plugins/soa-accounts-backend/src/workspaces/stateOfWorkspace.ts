import type { Workspace } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformWorkspace } from '@backstage-soa/plugin-soa-node';

type State = Pick<Workspace, 'applied' | 'lastAppliedAt' | 'drifted' | 'drift'>;

/**
 * What was applied in a workspace, when, and whether that has drifted since.
 *
 * @param known - as it was known of the same state: what one answer leaves out is
 * not taken back, and not told otherwise, until something has changed
 */
export function stateOfWorkspace(
  workspace: HcpTerraformWorkspace,
  known: Workspace | undefined,
): State {
  const applied = isApplied(workspace) ?? known?.applied;
  const changedAt =
    workspace.stateCreatedAt ??
    known?.lastAppliedAt ??
    workspace.latestChangeAt;
  const lastAppliedAt = applied === false ? undefined : changedAt;
  return {
    ...(applied !== undefined && { applied }),
    // When something was last changed is not when it was applied, unless it was.
    ...(applied && lastAppliedAt && { lastAppliedAt }),
    ...driftOf(workspace, known, lastAppliedAt),
  };
}

/** A state can be empty, and is one all the same. */
function isApplied({
  hasState,
  resourceCount,
  currentRun,
}: HcpTerraformWorkspace): boolean | undefined {
  if (hasState || resourceCount) {
    return true;
  }
  if (hasState === false) {
    return false;
  }
  if (currentRun?.status === 'applied') {
    return true;
  }
  // What has run may have made a state, and destroyed all of it since.
  return resourceCount === 0 && !currentRun ? false : undefined;
}

function driftOf(
  { assessment, assessmentsEnabled }: HcpTerraformWorkspace,
  known: Workspace | undefined,
  lastAppliedAt: string | undefined,
): Pick<State, 'drifted' | 'drift'> {
  if (!assessment) {
    return known?.drifted === undefined || assessmentsEnabled === false
      ? {}
      : { drifted: known.drifted, drift: known.drift };
  }
  const { drifted, resourcesDrifted, createdAt } = assessment;
  const isOlder =
    createdAt &&
    lastAppliedAt &&
    Date.parse(createdAt) < Date.parse(lastAppliedAt);
  if (drifted === undefined || isOlder) {
    return {};
  }
  return {
    drifted,
    drift: {
      ...(resourcesDrifted !== undefined && { resources: resourcesDrifted }),
      ...(createdAt && { checkedAt: createdAt }),
    },
  };
}
