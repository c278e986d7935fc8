export { decide } from './decide';
export type { DecisionContext } from './DecisionContext';
export { destroyApprovalOf, isRefused, mayLose } from './destroyApprovals';
export { nextPhase } from './nextPhase';
export { stageIndexOf, wavesOf } from './stages';
export type { PlacedWave } from './stages';
export {
  hasEnded,
  isEndable,
  isTouched,
  isUnderWay,
  isUndone,
} from './targetStates';
export { Draft } from './Draft';
export { beginUndo, undoable } from './undo';
