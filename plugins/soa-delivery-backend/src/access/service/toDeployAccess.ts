import type { DeployAccess } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { AccessEntry, AccountRecord } from '../store';

/**
 * An entry as it is served.
 *
 * @param record - how far the access workspace of its account is
 */
export function toDeployAccess(
  entry: AccessEntry,
  record: AccountRecord | undefined,
  hcpTerraform: HcpTerraform,
): DeployAccess {
  const { organization, account, workspace, state, reason, wish } = entry;
  const served = { workspace: `${organization}/${workspace}`, account };
  if (wish === 'absent' && state === 'failed') {
    return {
      ...served,
      // What was never given is not there either.
      state: entry.applied ? 'ready' : 'failed',
      reason: `It could not be taken away. ${reason ?? ''}`.trim(),
    };
  }
  if (state === 'ready' || state === 'failed') {
    return { ...served, state, reason };
  }
  const run = record && runOf(record, hcpTerraform);
  return { ...served, state: 'waiting', reason: waitsFor(entry, record), run };
}

/** Where people see the run of an access workspace, as far as there is one. */
function runOf(
  record: AccountRecord,
  hcpTerraform: HcpTerraform,
): DeployAccess['run'] {
  const { organization, workspaceName, runId, runStatus, needsPerson } = record;
  return runId && hcpTerraform.organizations().includes(organization)
    ? {
        id: runId,
        status: runStatus ?? 'unknown',
        url: hcpTerraform.client(organization).runUrl(workspaceName!, runId),
        needsPerson,
      }
    : undefined;
}

function waitsFor(
  { state, account, wish, suspects }: AccessEntry,
  record: AccountRecord | undefined,
): string {
  if (record?.error) {
    return record.error;
  }
  if (state === 'requested' && suspects) {
    return 'A run for several workspaces has failed: they are tried in smaller groups, to find out which of them it is due to.';
  }
  const run = `The run ${record?.runId} of the access workspace ${record?.workspaceName}`;
  if (!record?.runId) {
    return `The access workspace of account ${account} is about to be run.`;
  }
  if (record.needsPerson) {
    return `${run} waits for the platform team: confirm or discard it in HCP Terraform.`;
  }
  return state === 'running'
    ? `${run} ${wish === 'present' ? 'makes' : 'takes away'} the roles.`
    : `${run} has to end first.`;
}
