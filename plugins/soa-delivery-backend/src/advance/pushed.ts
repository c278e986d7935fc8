import { runState } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformConfigurationVersion,
  HcpTerraformRun,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import type { TargetChange } from '../store';
import { failed } from './failed';
import type { TargetContext } from './TargetContext';

/**
 * What a workspace that is linked to a repository got when the commit of the rollout
 * was pushed: nothing is uploaded to such workspaces.
 *
 * @returns or why it cannot have any
 * @throws Error while HCP Terraform has none: it may not have heard of the push
 */
export async function pushed(
  { id, vcsRepo }: HcpTerraformWorkspace,
  { client, commit, rollout, signal }: TargetContext,
): Promise<HcpTerraformConfigurationVersion | TargetChange> {
  const { identifier } = vcsRepo!;
  const sha = await commit();
  if (!sha) {
    return failed(
      `The workspace gets its configuration from ${identifier}, and ${rollout.sourceUrl} does not say which commit it is of: name the commit in it.`,
    );
  }
  const versions = await client.listConfigurationVersions(id, { signal });
  const version = versions.find(
    ({ commitSha, speculative }) => !speculative && commitSha?.startsWith(sha),
  );
  if (!version) {
    throw new Error(
      `The workspace has not got commit ${sha.slice(
        0,
        12,
      )} of ${identifier} yet: HCP Terraform hears of it when it is pushed to the branch of the workspace, with changes of what triggers its runs`,
    );
  }
  return version;
}

/**
 * The run that the push itself has begun, and that waits to be confirmed when it is its
 * turn; absent if it has ended without being applied.
 */
export async function runOfPush(
  { id, currentRun }: HcpTerraformWorkspace,
  configurationVersionId: string,
  { client, signal }: TargetContext,
): Promise<HcpTerraformRun | undefined> {
  const isOfPush = (run: HcpTerraformRun) =>
    run.configurationVersionId === configurationVersionId &&
    !run.planOnly &&
    !run.isDestroy &&
    !run.refreshOnly &&
    !['failed', 'canceled'].includes(runState(run));
  return currentRun && isOfPush(currentRun)
    ? currentRun
    : (await client.listRuns(id, { signal })).find(isOfPush);
}
