import { ConflictError } from '@backstage/errors';
import { runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';

/**
 * The configuration that a workspace has applied last. What was uploaded since is not
 * for a run that is started by hand: it may be a rollout's that waits for its approval.
 *
 * @param runs - the newest runs of the workspace, the newest first
 * @returns its id; `undefined` where no run has one of its own
 * @throws ConflictError if nothing was applied, or it is not known what
 */
export async function configurationInPlace(
  runs: readonly HcpTerraformRun[],
  workspace: { id: string; name: string },
  client: Pick<HcpTerraformClient, 'listConfigurationVersions'>,
): Promise<string | undefined> {
  const applied = runs.find(
    run =>
      runOutcome(run.status) === 'applied' && !run.planOnly && !run.refreshOnly,
  );
  if (!applied || applied.isDestroy) {
    throw new ConflictError(
      `None of the newest runs of ${workspace.name} has applied a configuration that is still in place: start a rollout of its component`,
    );
  }
  if (applied.configurationVersionId) {
    return applied.configurationVersionId;
  }
  // Without a version, HCP Terraform takes the newest, whatever it is.
  if ((await client.listConfigurationVersions(workspace.id)).length > 0) {
    throw new ConflictError(
      `It is not known which configuration ${workspace.name} has applied last: start a rollout of its component`,
    );
  }
  return undefined;
}
