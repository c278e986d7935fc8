import type { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import type { RolloutRecord, TargetRecord } from '../../store';

const ENDS = ['applied', 'destroyed', 'failed', 'canceled', 'rolled-back'];

/** Throws unless a rollout has ended, and says of each placement what is true. */
export function checkEnd(
  rollout: RolloutRecord,
  { runs, deleted }: FakeHcpTerraform,
): void {
  if (!ENDS.includes(rollout.state) || !rollout.message) {
    throw new Error(`It has not ended: ${JSON.stringify(rollout, null, 1)}`);
  }
  for (const target of rollout.targets) {
    const own = runs.filter(
      run =>
        run.workspaceId === `ws-${nameOf(target)}` &&
        run.message?.includes(`rollout ${rollout.id}/`),
    );
    for (const phase of ['plan', 'apply', 'roll-back', 'destroy']) {
      const ofPhase = own.filter(run => run.message?.endsWith(`(${phase})`));
      if (ofPhase.length > 1) {
        throw new Error(
          `${nameOf(target)} has ${ofPhase.length} runs to ${phase}`,
        );
      }
    }
    const ofLast = own.find(run => run.id === target.runId);
    const ended = ofLast?.status;
    const isDone = ended === 'applied' || ended === 'planned_and_finished';
    switch (target.state) {
      case 'applied':
      case 'rolled-back':
        refuseUnless(isDone, target, ended);
        break;
      case 'destroyed':
        refuseUnless(
          rollout.operation === 'apply'
            ? isDone
            : // An earlier rollout may have left nothing to do.
              deleted.includes(nameOf(target)),
          target,
          ended,
        );
        break;
      case 'skipped':
      case 'canceled':
        refuseUnless(
          own.every(
            run =>
              run.planOnly ||
              !['applied', 'applying', 'confirmed', 'planned'].includes(
                run.status,
              ),
          ),
          target,
          ended,
        );
        break;
      case 'failed':
        refuseUnless(target.error !== undefined, target, ended);
        break;
      default:
        throw new Error(`${nameOf(target)} is ${target.state} at the end`);
    }
  }
}

function nameOf({ placement }: TargetRecord): string {
  return placement.workspace.split('/')[1];
}

function refuseUnless(
  isRight: boolean,
  target: TargetRecord,
  ended: string | undefined,
): void {
  if (!isRight) {
    throw new Error(
      `${nameOf(target)} is said to be ${
        target.state
      }, and its run is ${ended}`,
    );
  }
}
