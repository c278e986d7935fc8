import type { RolloutChange, RolloutRecord, TargetRecord } from '../../store';

/**
 * What a decision does that it may not, by counting for itself.
 *
 * @param before - the rollout that it was made on, which nobody had changed since
 */
export function checkDecision(
  before: RolloutRecord,
  { targets = new Map(), waves = new Map(), rollout = {} }: RolloutChange,
): string[] {
  const violations: string[] = [];
  const refuseIf = (isWrong: boolean, what: string) => {
    if (isWrong) {
      violations.push(what);
    }
  };
  const stageOfWave = before.stages.flatMap((stage, index) =>
    stage.waves.map(() => index),
  );
  const after: TargetRecord[] = before.targets.map(target => ({
    ...target,
    ...targets.get(target.position),
  }));
  const isMain = ({ phase }: TargetRecord) => phase === before.operation;
  const confirmed = [...targets]
    .filter(([, change]) => change.confirmedAt)
    .map(([position]) => after[position]);
  for (const target of confirmed.filter(isMain)) {
    const stage = stageOfWave[target.wave];
    const { maxConcurrent, failureTolerance, approval } = before.stages[stage];
    const inStage = after.filter(({ wave }) => stageOfWave[wave] === stage);
    refuseIf(
      !(rollout.planned ?? before.planned),
      `${target.placement.key} is applied before all is planned`,
    );
    refuseIf(
      before.waves.some(
        ({ wave, passedAt }) =>
          wave < target.wave && !passedAt && !waves.get(wave)?.passedAt,
      ),
      `${target.placement.key} is applied before an earlier wave has passed`,
    );
    refuseIf(
      inStage.filter(one => isMain(one) && one.state === 'applying').length >
        maxConcurrent,
      `more than ${maxConcurrent} are applied at once`,
    );
    refuseIf(
      inStage.filter(
        one =>
          (one.state === 'failed' || one.state === 'canceled') && isMain(one),
      ).length > failureTolerance,
      `${target.placement.key} is applied though too many have failed`,
    );
    refuseIf(
      approval !== undefined &&
        !before.approvals.some(
          one =>
            one.kind === 'stage' &&
            one.stage === stage &&
            one.state === 'approved',
        ),
      `${target.placement.key} is applied without approval`,
    );
    refuseIf(
      ['paused', 'canceling'].includes(before.state) ||
        before.failure !== undefined,
      `${target.placement.key} is applied though the rollout stops`,
    );
  }
  for (const target of confirmed) {
    const { production } = before.stages[stageOfWave[target.wave]];
    const plan = isMain(target) ? target.plan : target.undoPlan;
    const lost = plan?.statefulDestroys ?? [];
    refuseIf(
      production &&
        lost.length > 0 &&
        !before.approvals.some(
          one =>
            one.kind === 'destroy' &&
            one.position === target.position &&
            one.state === 'approved' &&
            lost.every(address => one.resources?.includes(address)),
        ),
      `${target.placement.key} loses ${lost} without approval`,
    );
  }
  return violations;
}
