import type {
  RolloutQueue,
  RolloutWait,
} from '@backstage-soa/plugin-soa-common';
import { isRefused, isUndone, mayLose, stageIndexOf } from '../decide';
import type { RolloutRecord, TargetRecord } from '../store';

const RUN_WAITS: Readonly<Record<string, RolloutWait>> = {
  pending: 'turn',
  policy_override: 'policy-override',
  pre_plan_awaiting_decision: 'decision',
  post_plan_awaiting_decision: 'decision',
  pre_apply_awaiting_decision: 'decision',
};

/** What a target, or its run, waits for. */
export function waitsFor(
  rollout: RolloutRecord,
  target: TargetRecord,
  {
    taken = new Set(),
    queue,
  }: { taken?: ReadonlySet<string>; queue?: RolloutQueue } = {},
): RolloutWait | undefined {
  const { state, runStatus } = target;
  if (state === 'planning' || state === 'applying') {
    return runStatus && Object.hasOwn(RUN_WAITS, runStatus)
      ? RUN_WAITS[runStatus]
      : undefined;
  }
  if (rollout.failure && !isUndone(rollout, target)) {
    return undefined;
  }
  if (state === 'confirming') {
    return waitToConfirm(rollout, target);
  }
  if (state !== 'waiting') {
    return undefined;
  }
  return queue && rollout.state !== 'paused'
    ? 'lock'
    : waitToBegin(rollout, target, taken);
}

function waitToConfirm(
  rollout: RolloutRecord,
  target: TargetRecord,
): RolloutWait | undefined {
  if (!mayLose(rollout, target) && !isRefused(rollout, target)) {
    return 'destroy-approval';
  }
  if (rollout.state === 'paused') {
    return 'pause';
  }
  return rollout.planned ? 'slot' : 'plans';
}

function waitToBegin(
  rollout: RolloutRecord,
  target: TargetRecord,
  taken: ReadonlySet<string>,
): RolloutWait | undefined {
  if (rollout.state === 'paused') {
    return 'pause';
  }
  if (rollout.waves[target.wave].begunAt || isUndone(rollout, target)) {
    return taken.has(target.placement.workspace) ? 'rollout' : 'slot';
  }
  const stage = stageIndexOf(rollout, target);
  const isAsked = rollout.approvals.some(
    approval =>
      approval.kind === 'stage' &&
      approval.stage === stage &&
      approval.state === 'open',
  );
  if (isAsked) {
    return 'approval';
  }
  return rollout.planned ? 'wave' : 'plans';
}
