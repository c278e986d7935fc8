import type { RolloutWait } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from '../store';

const WAITS: Readonly<Record<string, RolloutWait>> = {
  pending: 'turn',
  policy_override: 'policy-override',
  pre_plan_awaiting_decision: 'decision',
  post_plan_awaiting_decision: 'decision',
  pre_apply_awaiting_decision: 'decision',
};

/** What the run of a target waits for, beyond what the rollout does by itself. */
export function waitsFor({
  state,
  runStatus,
}: Pick<TargetRecord, 'state' | 'runStatus'>): RolloutWait | undefined {
  const isUnderWay = state === 'planning' || state === 'applying';
  return isUnderWay && runStatus && Object.hasOwn(WAITS, runStatus)
    ? WAITS[runStatus]
    : undefined;
}
