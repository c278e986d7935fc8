import type { HcpWorkspace } from '../HcpState';
import { iso } from '../json-api';
import { stateId } from './stateId';

/** A workspace's state, in a list; nothing without a state. */
export function stateResource(workspace: HcpWorkspace) {
  const id = stateId(workspace);
  return id
    ? [
        {
          id,
          type: 'state-versions',
          attributes: {
            'created-at': iso(workspace.changedAt),
            'resources-processed': true,
            serial: workspace.stateSerial ?? 0,
            status: 'finalized',
          },
        },
      ]
    : [];
}
