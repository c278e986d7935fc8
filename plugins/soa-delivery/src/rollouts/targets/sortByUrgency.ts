import type { PlacedTarget } from './PlacedTarget';
import { TARGET_GROUPS, targetGroupOf } from './targetGroup';

/** What somebody has to look at first, and otherwise in the order of the rollout. */
export function sortByUrgency(
  targets: readonly PlacedTarget[],
): PlacedTarget[] {
  const urgency = ({ target }: PlacedTarget) =>
    TARGET_GROUPS.indexOf(targetGroupOf(target));
  return [...targets].sort((one, other) => urgency(one) - urgency(other));
}
