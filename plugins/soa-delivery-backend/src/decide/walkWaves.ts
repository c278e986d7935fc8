import type { TargetRecord } from '../store';
import type { DecisionContext } from './DecisionContext';
import { mayLose } from './destroyApprovals';
import type { Draft } from './Draft';
import { end } from './end';
import { passWave } from './passWave';
import { plansUnderWay } from './plans';
import { stageIndexOf, wavesOf } from './stages';
import type { PlacedWave } from './stages';
import { hasEnded, isUnderWay } from './targetStates';

/** Takes the wave whose turn it is as far as it can go, and begins the next. */
export function walkWaves(draft: Draft, context: DecisionContext): void {
  const { rollout } = draft;
  for (const placed of wavesOf(rollout)) {
    const record = rollout.waves[placed.wave];
    if (record.passedAt) {
      continue;
    }
    if (!record.begunAt && !mayBegin(draft, placed, context)) {
      return;
    }
    if (!record.begunAt) {
      draft.setWave(placed.wave, { begunAt: context.now.toISOString() });
      draft.tell({
        kind: 'wave-begun',
        environment: placed.stage.environment,
        wave: placed.number,
      });
    }
    const own = rollout.targets.filter(({ wave }) => wave === placed.wave);
    beginTargets(draft, placed, own, context);
    confirmTargets(draft, placed, own, context);
    if (!own.every(hasEnded) || !passWave(draft, placed, context)) {
      return;
    }
  }
  end(draft, rollout.operation === 'apply' ? 'applied' : 'destroyed');
}

/** Opens the stage's approval once it is known what would change. */
function mayBegin(
  draft: Draft,
  { wave, stageIndex, number }: PlacedWave,
  { now, isAlone }: DecisionContext,
): boolean {
  const { rollout } = draft;
  if (!isAlone) {
    return false;
  }
  const approval = rollout.approvals.find(
    ({ kind, stage }) => kind === 'stage' && stage === stageIndex,
  );
  if (!rollout.planned && (wave > 0 || approval)) {
    return false;
  }
  if (number > 1 || !approval || approval.state === 'approved') {
    return true;
  }
  if (approval.state === 'pending') {
    draft.setApproval(approval, {
      state: 'open',
      openedAt: now.toISOString(),
    });
  }
  return false;
}

function beginTargets(
  draft: Draft,
  { stage, stageIndex }: PlacedWave,
  own: readonly TargetRecord[],
  { holds, taken, plansAtOnce, isAlone }: DecisionContext,
): void {
  const { rollout } = draft;
  // What could not be planned beforehand is planned by the run that applies it.
  for (const target of own) {
    if (target.phase === 'plan' && target.state === 'waiting') {
      draft.setTarget(target, { phase: rollout.operation });
    }
  }
  let free = rollout.planned
    ? stage.maxConcurrent -
      inStage(draft, stageIndex).filter(
        target => target.phase !== 'plan' && isUnderWay(target),
      ).length
    : plansAtOnce - plansUnderWay(rollout);
  for (const target of own) {
    if (free <= 0 || !isAlone) {
      return;
    }
    if (
      target.state === 'waiting' &&
      !holds.holds(target.placement) &&
      // What was asked for later is applied later, and two that each hold what the other
      // waits for would wait for ever.
      !taken.has(target.placement.workspace)
    ) {
      draft.setTarget(target, { state: 'preparing' });
      free -= 1;
    }
  }
}

function confirmTargets(
  draft: Draft,
  { stage, stageIndex }: PlacedWave,
  own: readonly TargetRecord[],
  { now }: DecisionContext,
): void {
  const { rollout } = draft;
  if (!rollout.planned) {
    return;
  }
  let free =
    stage.maxConcurrent -
    inStage(draft, stageIndex).filter(
      ({ state }) => state === 'applying' || state === 'deleting',
    ).length;
  for (const target of own) {
    if (free <= 0) {
      return;
    }
    if (target.state === 'confirming' && mayLose(rollout, target)) {
      confirm(draft, target, now);
      free -= 1;
    }
  }
}

/** What a step tells HCP Terraform next. */
export function confirm(draft: Draft, target: TargetRecord, now: Date): void {
  draft.setTarget(target, {
    state: 'applying',
    confirmedAt: now.toISOString(),
    nextAttemptAt: undefined,
  });
}

function inStage({ rollout }: Draft, stageIndex: number): TargetRecord[] {
  return rollout.targets.filter(
    target => stageIndexOf(rollout, target) === stageIndex,
  );
}
