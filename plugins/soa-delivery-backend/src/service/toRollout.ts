import type {
  DeployAccess,
  Rollout,
  RolloutAction,
  RolloutEvent,
  RolloutQueue,
} from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { countTargets } from '../store';
import type { RolloutRecord } from '../store';
import type { ApprovalView } from './toApproval';
import { toStages } from './toStages';
import { toSummary } from './toSummary';
import { toTarget } from './toTarget';

/**
 * A rollout as it is served, with links.
 *
 * @param options - `held`: the placements that wait for deploy access, by their
 *   position; `queue`: where it waits for an account; `actions`: what the caller may do
 */
export function toRollout(
  record: RolloutRecord,
  options: ApprovalView & {
    hcpTerraform: HcpTerraform;
    held: ReadonlyMap<number, DeployAccess>;
    taken: ReadonlySet<string>;
    queue?: RolloutQueue;
    actions: RolloutAction[];
    events: RolloutEvent[];
  },
): Rollout {
  const { targets, planned } = record;
  const { held, actions, events, ...view } = options;
  const served = targets.map(target =>
    toTarget(record, target, { ...view, access: held.get(target.position) }),
  );
  return {
    ...toSummary(
      record,
      countTargets(targets.map(({ state }) => ({ state, number: 1 }))),
    ),
    planned,
    stages: toStages(record, served, view),
    actions,
    ...(view.queue && { queue: view.queue }),
    events,
  };
}
