import type { HcpWorkspace } from '../HcpState';
import { iso } from '../json-api';
import { assessmentId } from './assessmentId';

/** A workspace's newest assessment, in a list; nothing where there is none. */
export function assessmentResource(workspace: HcpWorkspace) {
  const id = assessmentId(workspace);
  const { drift, changedAt, resourceCount } = workspace;
  const drifted = drift?.resources ?? 0;
  return id
    ? [
        {
          id,
          type: 'assessment-results',
          attributes: {
            succeeded: true,
            drifted: drifted > 0,
            'resources-drifted': drifted,
            'resources-undrifted': resourceCount - drifted,
            'all-checks-succeeded': true,
            // Without a drift, it took place as soon as there was a state.
            'created-at': iso(drift?.at ?? changedAt),
            'error-message': null,
          },
        },
      ]
    : [];
}
