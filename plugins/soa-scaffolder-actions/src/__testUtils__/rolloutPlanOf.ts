import type { RolloutPlan } from '@backstage-soa/plugin-soa-common';

/** How a template that was run dry has its rollout go, by the log of its task. */
export function rolloutPlanOf(log: readonly string[]): RolloutPlan | undefined {
  const line = log.find(one => one.includes('Running soa:rollout:start'))!;
  return JSON.parse(line.slice(line.indexOf('{'))).plan;
}
