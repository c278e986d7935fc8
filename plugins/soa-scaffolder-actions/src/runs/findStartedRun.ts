import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { AskedRun } from './AskedRun';
import { RUN_INPUTS } from './RunOperation';

/**
 * Looks for a run that was asked for, and whose answer nobody got.
 *
 * @param message - of the run; anybody can write the same, so that it has to be
 *   for the same purpose as well
 * @param options - `thoroughly`: also among runs that wait behind others, for
 *   which HCP Terraform allows 30 requests a minute
 */
export async function findStartedRun(
  { held, operation, configurationVersionId }: AskedRun,
  message: string,
  options: { thoroughly: boolean; signal?: AbortSignal },
): Promise<HcpTerraformRun | undefined> {
  const { client, workspace } = held;
  const { thoroughly, signal } = options;
  const isIt = (run: HcpTerraformRun) =>
    run.message === message &&
    (run.isDestroy ?? false) === (RUN_INPUTS[operation].isDestroy ?? false) &&
    (!configurationVersionId ||
      run.configurationVersionId === configurationVersionId);
  const now = await client.findWorkspace(workspace.name, { signal });
  if (now?.currentRun && isIt(now.currentRun)) {
    return now.currentRun;
  }
  return thoroughly
    ? (await client.listRuns(workspace.id, { signal })).find(isIt)
    : undefined;
}
