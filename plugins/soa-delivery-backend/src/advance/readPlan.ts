import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import { isUndone, stageIndexOf } from '../decide';
import type { TargetChange, TargetRecord } from '../store';
import type { TargetContext } from './TargetContext';

/** What a plan without changes would do. */
export const NO_CHANGES = { add: 0, change: 0, destroy: 0, import: 0 };

/**
 * What the run's plan would do; in production also which data it would lose. What
 * takes a change back is kept beside the plan of the change.
 */
export async function readPlan(
  target: TargetRecord,
  run: HcpTerraformRun,
  context: TargetContext,
): Promise<TargetChange> {
  const plan = await readCounts(target, run, context);
  if (!plan) {
    return {};
  }
  return isUndone(context.rollout, target)
    ? { undoPlan: plan }
    : { plan, planError: undefined };
}

async function readCounts(
  target: TargetRecord,
  { planId, plan: included, hasChanges }: HcpTerraformRun,
  context: TargetContext,
): Promise<TargetRecord['plan']> {
  const { client, rollout, signal } = context;
  if (hasChanges === false) {
    return NO_CHANGES;
  }
  const plan =
    included ?? (planId && (await client.getPlan(planId, { signal })));
  if (!plan) {
    return undefined;
  }
  const destroy = plan.resourceDestructions ?? 0;
  const { production } = rollout.stages[stageIndexOf(rollout, target)];
  const statefulDestroys =
    destroy > 0 && production
      ? await readStatefulDestroys(plan.id, context)
      : [];
  return {
    add: plan.resourceAdditions ?? 0,
    change: plan.resourceChanges ?? 0,
    destroy,
    import: plan.resourceImports ?? 0,
    ...(statefulDestroys && { statefulDestroys }),
  };
}

/** @returns `undefined` if the token may not read them, or the host has none */
async function readStatefulDestroys(
  planId: string,
  { client, statefulTypes, signal }: TargetContext,
): Promise<string[] | undefined> {
  try {
    const changes = await client.listPlannedChanges(planId, { signal });
    return changes
      ?.filter(
        ({ type, actions }) =>
          actions.includes('delete') && statefulTypes.has(type),
      )
      .map(({ address }) => address);
  } catch (error) {
    if (error instanceof HcpTerraformError && error.kind !== 'unavailable') {
      return undefined;
    }
    throw error;
  }
}
