import { token } from '../../deterministic';
import type { HcpWorkspace } from '../HcpState';
import { stateId } from '../states';

/** The id of a workspace's newest assessment: it has one where it is to have any. */
export function assessmentId(workspace: HcpWorkspace): string | undefined {
  const state = stateId(workspace);
  return workspace.assessmentsEnabled && state
    ? `asmtres-${token(16, state, [workspace.drift?.at])}`
    : undefined;
}
