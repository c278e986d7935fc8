import { InputError } from '@backstage/errors';
import { runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';

/** As many of the newest runs are told at once. */
const RUNS_AT_MOST = 100;

/**
 * The configuration that a workspace has applied last, and nothing that was
 * uploaded since: a change of the account's baseline goes its own way, through a
 * rollout.
 *
 * @returns its id; `undefined` if nothing was applied yet
 * @throws InputError if it is further back than HCP Terraform tells at once
 */
export async function versionInPlace(
  client: HcpTerraformClient,
  workspace: { id: string; name: string; signal?: AbortSignal },
): Promise<string | undefined> {
  const { id, name, signal } = workspace;
  // Lists of runs are so few a minute that hundreds of accounts stood in line.
  const found = await client.findWorkspace(name, { signal });
  const current = found?.id === id ? found.currentRun : undefined;
  if (current && wasApplied(current)) {
    return current.configurationVersionId;
  }
  const runs = await client.listRuns(id, { signal });
  const newest = runs.find(wasApplied);
  if (!newest && runs.length >= RUNS_AT_MOST) {
    throw new InputError(
      `None of the newest ${runs.length} runs of the access workspace ${name} was applied, so that the configuration in place is not known: apply it, then ask again`,
    );
  }
  return newest?.configurationVersionId;
}

function wasApplied(run: HcpTerraformRun): boolean {
  return (
    runOutcome(run.status) === 'applied' &&
    !run.planOnly &&
    !run.isDestroy &&
    run.configurationVersionId !== undefined
  );
}
