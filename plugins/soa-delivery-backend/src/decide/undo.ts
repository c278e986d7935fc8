import type { RolloutRecord, TargetRecord } from '../store';
import type { Draft } from './Draft';
import { nextPhase } from './nextPhase';
import { stageIndexOf } from './stages';
import { isTouched, isUndone } from './targetStates';

/**
 * The targets that get back what they had before, as the rollout says: those of the
 * stage that has failed, or all. What had nothing before is destroyed in an
 * environment of sandboxes, and left as it is in the others.
 */
export function undoable(rollout: RolloutRecord): TargetRecord[] {
  const { operation, undo, failedStage, stages } = rollout;
  if (operation !== 'apply' || !undo) {
    return [];
  }
  return rollout.targets.filter(target => {
    const index = stageIndexOf(rollout, target);
    const { sandbox, onFailure } = stages[index];
    const isMeant = undo === 'all' || index === failedStage;
    if (!isMeant || !isTouched(target) || isUndone(rollout, target)) {
      return false;
    }
    return target.isNew
      ? sandbox && (undo === 'all' || onFailure === 'destroy-if-new')
      : undo === 'all' || onFailure === 'roll-back';
  });
}

/** @returns whether there is anything to take back */
export function beginUndo(draft: Draft): boolean {
  const undone = undoable(draft.rollout);
  for (const target of undone) {
    draft.setTarget(target, {
      ...nextPhase(target, target.isNew ? 'destroy' : 'roll-back'),
      confirmedAt: undefined,
    });
  }
  if (undone.length > 0) {
    draft.set({ state: 'rolling-back' });
    draft.tell({ kind: 'rollback-begun', comment: draft.rollout.failure });
  }
  return undone.length > 0;
}
