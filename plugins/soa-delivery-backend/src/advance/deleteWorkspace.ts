import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import type { TargetContext } from './TargetContext';

/** Deletes the workspace whose resources are all destroyed. */
export async function deleteWorkspace(
  { workspaceId, placement }: TargetRecord,
  { client, audited, signal }: TargetContext,
): Promise<TargetChange> {
  try {
    await audited('workspace-delete', () =>
      client.safeDeleteWorkspace(workspaceId!, { signal }),
    );
  } catch (error) {
    const kind = error instanceof HcpTerraformError ? error.kind : undefined;
    if (kind === 'not-found-or-not-allowed') {
      const name = placement.workspace.split('/').pop()!;
      const found = await client.findWorkspace(name, { signal });
      if (!found || found.id !== workspaceId) {
        return { state: 'destroyed' };
      }
    }
    throw error;
  }
  return { state: 'destroyed' };
}
