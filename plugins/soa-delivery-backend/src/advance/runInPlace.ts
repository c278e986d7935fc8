import { runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformRun,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import type { TargetContext } from './TargetContext';

/** The run whose configuration a workspace has; absent if it has none. */
export async function runInPlace(
  workspace: HcpTerraformWorkspace,
  { client, signal }: Pick<TargetContext, 'client' | 'signal'>,
): Promise<HcpTerraformRun | undefined> {
  const { currentRun } = workspace;
  if (!currentRun || isInPlace(currentRun)) {
    return currentRun;
  }
  const runs = await client.listRuns(workspace.id, { signal });
  return runs.find(isInPlace);
}

function isInPlace(run: HcpTerraformRun): boolean {
  return (
    runOutcome(run.status) === 'applied' &&
    !run.planOnly &&
    !run.isDestroy &&
    !run.refreshOnly &&
    run.configurationVersionId !== undefined
  );
}
