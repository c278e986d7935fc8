import type { DecisionContext } from './DecisionContext';
import { askForDestroys, isRefused, mayLose } from './destroyApprovals';
import type { Draft } from './Draft';
import { end } from './end';
import { wavesOf } from './stages';
import { hasEnded, isUnderWay, isUndone } from './targetStates';
import { confirm } from './walkWaves';

/** Takes back what was applied, the last wave first. */
export function walkBack(draft: Draft, context: DecisionContext): void {
  const { rollout } = draft;
  askForDestroys(draft, context);
  for (const { wave, stage } of wavesOf(rollout).reverse()) {
    const own = rollout.targets.filter(
      target => target.wave === wave && isUndone(rollout, target),
    );
    let free = stage.maxConcurrent - own.filter(isUnderWay).length;
    for (const target of own) {
      if (target.state === 'waiting' && free > 0 && context.isAlone) {
        draft.setTarget(target, { state: 'preparing' });
        free -= 1;
      }
      if (
        target.state === 'confirming' &&
        mayLose(rollout, target) &&
        !isRefused(rollout, target)
      ) {
        confirm(draft, target, context.now);
      }
    }
    if (!own.every(hasEnded)) {
      return;
    }
  }
  const isWhole = rollout.targets
    .filter(target => isUndone(rollout, target))
    .every(({ state }) => state === 'rolled-back' || state === 'destroyed');
  end(draft, isWhole ? 'rolled-back' : 'failed');
}
