import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';

/** What the plans of many placements do together. */
export interface PlansSummary {
  /** How many placements have a plan. */
  planned: number;
  /** Of those, how many would change nothing. */
  unchanged: number;
  totals: { add: number; change: number; destroy: number; import: number };
  /** Those that could not be planned beforehand, and why. */
  notPlanned: Array<{ placement: string; reason: string }>;
  /** Those that lose data, and the addresses of what they lose. */
  losing: Array<{ placement: string; resources: string[] }>;
}

/** Adds up what the plans of placements do. */
export function summarizePlans(
  targets: readonly RolloutTarget[],
): PlansSummary {
  const summary: PlansSummary = {
    planned: 0,
    unchanged: 0,
    totals: { add: 0, change: 0, destroy: 0, import: 0 },
    notPlanned: [],
    losing: [],
  };
  for (const { placement, plan, planError } of targets) {
    if (planError) {
      summary.notPlanned.push({ placement: placement.key, reason: planError });
    }
    if (plan) {
      const { add, change, destroy } = plan;
      summary.planned += 1;
      summary.totals.add += add;
      summary.totals.change += change;
      summary.totals.destroy += destroy;
      summary.totals.import += plan.import;
      if (add + change + destroy + plan.import === 0) {
        summary.unchanged += 1;
      }
      if (plan.statefulDestroys?.length) {
        summary.losing.push({
          placement: placement.key,
          resources: plan.statefulDestroys,
        });
      }
    }
  }
  return summary;
}
