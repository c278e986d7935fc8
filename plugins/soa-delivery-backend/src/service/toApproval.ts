import type { RolloutApproval } from '@backstage-soa/plugin-soa-common';
import type { ApprovalRecord, RolloutRecord } from '../store';

/** What an approval is served with. */
export interface ApprovalView {
  /** Whether the caller may decide on it once it is open. */
  mayDecide: (approval: ApprovalRecord) => boolean;
}

/** An approval, as it is served. */
export function toApproval(
  approval: ApprovalRecord,
  {
    stages,
    targets,
    endedAt,
  }: Pick<RolloutRecord, 'stages' | 'targets' | 'endedAt'>,
  { mayDecide }: ApprovalView,
): RolloutApproval {
  const { id, kind, state, groups, notInitiator, position } = approval;
  const { resources, openedAt, decidedBy, decidedAt, comment } = approval;
  return {
    id,
    kind,
    state,
    environment: stages[approval.stage].environment,
    groups,
    notInitiator,
    placement:
      position === undefined ? undefined : targets[position].placement.key,
    resources,
    openedAt,
    decidedBy,
    decidedAt,
    comment,
    mayDecide: state === 'open' && !endedAt && mayDecide(approval),
  };
}
