import type {
  HcpTerraformClient,
  HcpTerraformVariableSet,
} from '@backstage-soa/plugin-soa-node';

/** Which of some workspaces a variable set does not reach yet. */
export function withoutVariableSet(
  set: HcpTerraformVariableSet,
  workspaceIds: readonly string[],
  projectId: string | undefined,
): string[] {
  const reachesAll =
    set.isGlobal ||
    (projectId !== undefined && set.projectIds.includes(projectId));
  return reachesAll
    ? []
    : workspaceIds.filter(id => !set.workspaceIds.includes(id));
}

/** Applies a set to workspaces with one request; twice is as good as once. */
export async function applyVariableSet(
  client: HcpTerraformClient,
  set: HcpTerraformVariableSet,
  workspaceIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  try {
    await client.applyVariableSet(set.id, workspaceIds, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    // The answer can be lost after the write.
    const now = await client.findVariableSet(set.name, { signal });
    if (!now || withoutVariableSet(now, workspaceIds, undefined).length > 0) {
      throw error;
    }
  }
}
