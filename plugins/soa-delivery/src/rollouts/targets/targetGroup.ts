import type {
  RolloutTarget,
  RolloutTargetState,
  RolloutWait,
} from '@backstage-soa/plugin-soa-common';

/** What one wants to know of many placements at once, the most urgent first. */
export const TARGET_GROUPS = [
  'failed',
  'person',
  'active',
  'waiting',
  'ended',
  'rolled-back',
  'done',
] as const;

export type TargetGroup = (typeof TARGET_GROUPS)[number];

const GROUP_OF: Record<RolloutTargetState, TargetGroup> = {
  waiting: 'waiting',
  uploading: 'active',
  planning: 'active',
  confirming: 'active',
  applying: 'active',
  applied: 'done',
  failed: 'failed',
  canceled: 'ended',
  skipped: 'ended',
  'rolling-back': 'active',
  'rolled-back': 'rolled-back',
  destroying: 'active',
  destroyed: 'done',
};

// The approval of a whole stage is shown with the stage.
const OF_PERSONS: readonly RolloutWait[] = [
  'destroy-approval',
  'policy-override',
  'decision',
  'access-approval',
];

/** In which group a placement is. */
export function targetGroupOf(target: RolloutTarget): TargetGroup {
  const group = GROUP_OF[target.state];
  // What a rollout has made anew is taken back by destroying it.
  if (
    target.state === 'destroyed' &&
    target.pastRuns.some(({ purpose }) => purpose === 'apply')
  ) {
    return 'rolled-back';
  }
  const isUnderWay = group === 'waiting' || group === 'active';
  return isUnderWay && target.waitsFor && OF_PERSONS.includes(target.waitsFor)
    ? 'person'
    : group;
}

/** How many placements are in each group. */
export function countGroups(
  targets: readonly RolloutTarget[],
): Record<TargetGroup, number> {
  const counts = {
    failed: 0,
    person: 0,
    active: 0,
    waiting: 0,
    ended: 0,
    'rolled-back': 0,
    done: 0,
  };
  for (const target of targets) {
    counts[targetGroupOf(target)] += 1;
  }
  return counts;
}
