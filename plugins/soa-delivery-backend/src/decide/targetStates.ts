import { END_STATES } from '../store';
import type { RolloutRecord, TargetRecord } from '../store';

/** Whether nothing more happens to a target in its phase. */
export function hasEnded({ state }: Pick<TargetRecord, 'state'>): boolean {
  return END_STATES.includes(state);
}

/** Whether a target's phase has begun, and not ended. */
export function isUnderWay(target: Pick<TargetRecord, 'state'>): boolean {
  return target.state !== 'waiting' && !hasEnded(target);
}

/** Whether its workspace may have been changed, or been given a configuration. */
export function isTouched({ state, confirmedAt }: TargetRecord): boolean {
  return state === 'applied' || confirmedAt !== undefined;
}

/** Whether a target is being taken back, instead of forward. */
export function isUndone(
  { operation }: Pick<RolloutRecord, 'operation'>,
  { phase }: Pick<TargetRecord, 'phase'>,
): boolean {
  return (
    operation === 'apply' && (phase === 'roll-back' || phase === 'destroy')
  );
}

/** Whether its run can still be ended before anything is applied. */
export function isEndable({ state }: Pick<TargetRecord, 'state'>): boolean {
  return (
    state === 'preparing' ||
    state === 'uploading' ||
    state === 'planning' ||
    state === 'confirming'
  );
}
