import { token } from '../../deterministic';
import type { HcpWorkspace } from '../HcpState';

/** The id of a workspace's state, which may hold nothing; none without a state. */
export function stateId({
  id,
  resourceCount,
  stateSerial = 0,
}: HcpWorkspace): string | undefined {
  return stateSerial > 0 || resourceCount > 0
    ? `sv-${token(16, id, [stateSerial])}`
    : undefined;
}
