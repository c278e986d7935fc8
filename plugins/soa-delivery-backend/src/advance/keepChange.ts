import type { RolloutChange, RolloutRecord, RolloutStore } from '../store';
import { isConflict } from './isConflict';

/** @returns whether it is kept; what it builds on may have been changed */
export async function keepChange(
  store: Pick<RolloutStore, 'change'>,
  rollout: RolloutRecord,
  change: RolloutChange,
): Promise<boolean> {
  try {
    await store.change(rollout, change);
    return true;
  } catch (error) {
    if (isConflict(error)) {
      return false;
    }
    throw error;
  }
}
