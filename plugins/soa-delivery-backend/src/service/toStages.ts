import type {
  RolloutStageProgress,
  RolloutTarget,
  RolloutWave,
  RolloutWaveState,
} from '@backstage-soa/plugin-soa-common';
import { hasEnded, wavesOf } from '../decide';
import type { PlacedWave } from '../decide';
import type { CheckRecord, RolloutRecord } from '../store';
import { toApproval } from './toApproval';
import type { ApprovalView } from './toApproval';

const ENDED: readonly RolloutWaveState[] = ['passed', 'stopped', 'skipped'];

/** The stages of a rollout, as they are served. */
export function toStages(
  rollout: RolloutRecord,
  targets: readonly RolloutTarget[],
  view: ApprovalView,
): RolloutStageProgress[] {
  const placed = wavesOf(rollout);
  return rollout.stages.map((stage, index) => {
    const { environment, maxConcurrent, failureTolerance, onFailure } = stage;
    const waves = placed
      .filter(({ stageIndex }) => stageIndex === index)
      .map(wave => toWave(rollout, wave, targets));
    const approval = rollout.approvals.find(
      ({ kind, stage: of }) => kind === 'stage' && of === index,
    );
    return {
      environment,
      state: stateOfStage(
        rollout,
        index,
        waves.map(({ state }) => state),
        approval?.state === 'open',
      ),
      ...(approval && { approval: toApproval(approval, rollout, view) }),
      maxConcurrent,
      failureTolerance,
      bake: stage.bakeSeconds,
      onFailure,
      waves,
    };
  });
}

function toWave(
  rollout: RolloutRecord,
  placed: PlacedWave,
  targets: readonly RolloutTarget[],
): RolloutWave {
  const { wave, name, stage } = placed;
  const { bakeUntil, checks } = rollout.waves[wave];
  return {
    ...(name !== undefined && { name }),
    state: stateOfWave(rollout, placed),
    bakeUntil,
    checks: (
      checks ??
      stage.checks.map((check): CheckRecord => ({ check, state: 'waiting' }))
    ).map(({ check, state, message, checkedAt }) => ({
      check,
      state,
      message,
      checkedAt,
    })),
    targets: rollout.targets
      .filter(target => target.wave === wave)
      .map(({ position }) => targets[position]),
  };
}

function stateOfWave(
  rollout: RolloutRecord,
  { wave, stageIndex }: PlacedWave,
): RolloutWaveState {
  const { state: rolloutState, failure, failedStage, targets } = rollout;
  const { begunAt, appliedAt, bakeUntil, passedAt, failedAt } =
    rollout.waves[wave];
  if (passedAt) {
    return 'passed';
  }
  const own = targets.filter(target => target.wave === wave);
  if (failedAt || (failure && own.some(({ state }) => state === 'failed'))) {
    return 'failed';
  }
  if (!begunAt) {
    return failure ? 'skipped' : 'waiting';
  }
  const isStopped =
    failure && (rolloutState === 'rolling-back' || own.every(hasEnded));
  if (isStopped) {
    // What is rolled back does not say any more that it has failed.
    return failedStage === stageIndex ? 'failed' : 'stopped';
  }
  if (!appliedAt) {
    return 'running';
  }
  return bakeUntil && new Date().toISOString() >= bakeUntil
    ? 'checking'
    : 'baking';
}

function stateOfStage(
  { failedStage, failure }: RolloutRecord,
  index: number,
  waves: readonly RolloutWaveState[],
  isAsked: boolean,
): RolloutStageProgress['state'] {
  if (waves.every(state => state === 'passed')) {
    return 'passed';
  }
  if (waves.includes('failed') || (failure && failedStage === index)) {
    return 'failed';
  }
  if (waves.every(state => state === 'skipped')) {
    return 'skipped';
  }
  if (waves.every(state => ENDED.includes(state))) {
    return 'stopped';
  }
  if (waves.some(state => state !== 'waiting' && state !== 'skipped')) {
    return 'running';
  }
  return isAsked ? 'approval' : 'waiting';
}
