import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import type { AccessEntry } from '../store';

/**
 * Whether a workspace is gone for certain. HCP Terraform says the same of what the
 * token may not see, so that the token has to see the project that it was in.
 *
 * @throws HcpTerraformError if it cannot be read
 */
export async function isWorkspaceGone(
  { workspace, project }: Pick<AccessEntry, 'workspace' | 'project'>,
  client: Pick<HcpTerraformClient, 'findProject' | 'findWorkspace'>,
  signal?: AbortSignal,
): Promise<boolean> {
  if (await client.findWorkspace(workspace, { signal })) {
    return false;
  }
  return (await client.findProject(project, { signal })) !== undefined;
}
