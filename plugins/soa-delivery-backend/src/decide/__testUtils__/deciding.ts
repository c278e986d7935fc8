import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { recordOf } from '../../advance/__testUtils__/recordOf';
import { targetOf } from '../../advance/__testUtils__/targetOf';
import { placementsOf } from '../../__testUtils__/placementsOf';
import { rolloutWish } from '../../__testUtils__/rolloutWish';
import { AccessHolds } from '../../access';
import type {
  ApprovalRecord,
  RolloutChange,
  RolloutRecord,
  TargetRecord,
} from '../../store';
import type { DecisionContext } from '../DecisionContext';

export const NOW = '2026-11-20T12:00:00.000Z';

export function decisionContext(
  change: Partial<DecisionContext> = {},
): DecisionContext {
  let ids = 0;
  return {
    now: new Date(NOW),
    holds: AccessHolds.none,
    isAlone: true,
    taken: new Set(),
    plansAtOnce: 10,
    destroyApprovers: ['group:default/team-platform'],
    newId: () => {
      ids += 1;
      return `new-${ids}`;
    },
    ...change,
  };
}

/**
 * A rollout in whose stages all that is said is so, and everything else as at its
 * beginning.
 *
 * @param targets - by the keys of their placements
 */
export function rolloutIn(
  targets: Record<string, Partial<TargetRecord>>,
  {
    plan = {},
    operation,
    ...change
  }: Partial<RolloutRecord> & Pick<RolloutRequest, 'plan'> = {},
): RolloutRecord {
  const placements = placementsOf(...Object.keys(targets));
  const { stages } = rolloutWish({ placements, plan, operation });
  const waves = stages.flatMap(stage => stage.waves);
  return recordOf(
    placements.map((placement, position) =>
      targetOf({
        position,
        placement,
        wave: waves.findIndex(({ keys }) => keys.includes(placement.key)),
        state: 'waiting',
        phase: operation ?? 'apply',
        ...targets[placement.key],
      }),
    ),
    {
      stages,
      operation: operation ?? 'apply',
      waves: waves.map((_, wave) => ({ wave })),
      ...change,
    },
  );
}

export function approvalOf(
  change: Partial<ApprovalRecord> = {},
): ApprovalRecord {
  return {
    id: 'approval-1',
    rolloutId: 'rollout-1',
    kind: 'stage',
    stage: 0,
    groups: ['group:default/team-shop'],
    notInitiator: true,
    state: 'pending',
    ...change,
  };
}

/** What becomes of placements, by their keys. */
export function statesOf(
  { targets }: RolloutRecord,
  change: RolloutChange | undefined,
): Record<string, string> {
  return Object.fromEntries(
    targets.map(({ placement, position, state }) => [
      placement.key,
      change?.targets?.get(position)?.state ?? state,
    ]),
  );
}
