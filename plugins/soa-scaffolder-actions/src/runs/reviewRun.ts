import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformPolicyResult,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { RunReview } from './RunReview';

/**
 * Reads what a run would do, cost and breach. What cannot be read, or is not
 * there, is left out: it must not hold up the run.
 */
export async function reviewRun(
  client: HcpTerraformClient,
  run: HcpTerraformRun,
  signal: AbortSignal,
): Promise<RunReview> {
  const [plan, cost, policies] = await Promise.all([
    ifReadable(() => planOf(client, run, signal)),
    ifReadable(() => costOf(client, run, signal)),
    ifReadable(() => policiesOf(client, run, signal)),
  ]);
  return {
    ...(plan && { plan }),
    ...(cost && { cost }),
    ...(policies && { policies }),
  };
}

async function ifReadable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof HcpTerraformError) {
      return undefined;
    }
    throw error;
  }
}

async function planOf(
  client: HcpTerraformClient,
  { planId }: HcpTerraformRun,
  signal: AbortSignal,
): Promise<RunReview['plan']> {
  const plan = planId ? await client.getPlan(planId, { signal }) : undefined;
  // A plan that has failed has no numbers.
  return plan?.resourceAdditions === undefined
    ? undefined
    : {
        add: plan.resourceAdditions,
        change: plan.resourceChanges ?? 0,
        destroy: plan.resourceDestructions ?? 0,
        import: plan.resourceImports ?? 0,
      };
}

async function costOf(
  client: HcpTerraformClient,
  { costEstimateId }: HcpTerraformRun,
  signal: AbortSignal,
): Promise<RunReview['cost']> {
  const { deltaMonthlyCost: delta, proposedMonthlyCost: proposed } =
    (costEstimateId &&
      (await client.getCostEstimate(costEstimateId, { signal }))) ||
    {};
  return delta !== undefined && proposed !== undefined
    ? { delta, proposed }
    : undefined;
}

/** Asks for no more than the run says there is. */
async function policiesOf(
  client: HcpTerraformClient,
  run: HcpTerraformRun,
  signal: AbortSignal,
): Promise<RunReview['policies']> {
  const results: HcpTerraformPolicyResult[] = [];
  for (const id of run.taskStageIds ?? []) {
    results.push(...(await client.listPolicyEvaluations(id, { signal })));
  }
  if (run.policyCheckIds) {
    results.push(...(await client.listPolicyChecks(run.id, { signal })));
  }
  if (run.tfPolicyEvaluationIds) {
    results.push(...(await client.listTfPolicyEvaluations(run.id, { signal })));
  }
  const sum = (
    name: 'passed' | 'advisoryFailed' | 'mandatoryFailed' | 'errored',
  ) => results.reduce((total, result) => total + result[name], 0);
  return results.length === 0
    ? undefined
    : {
        passed: sum('passed'),
        advisoryFailed: sum('advisoryFailed'),
        mandatoryFailed: sum('mandatoryFailed'),
        errored: sum('errored'),
      };
}
