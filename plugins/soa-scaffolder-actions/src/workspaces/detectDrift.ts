import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';

/**
 * Turns drift detection on where the host offers it: some editions refuse it,
 * some ignore it, and some do not know it.
 *
 * @returns whether it was turned on just now
 */
export async function detectDrift(
  client: HcpTerraformClient,
  { id, assessmentsEnabled }: HcpTerraformWorkspace,
  signal?: AbortSignal,
): Promise<boolean> {
  if (assessmentsEnabled !== false) {
    return false;
  }
  try {
    const changed = await client.updateWorkspace(
      id,
      { assessmentsEnabled: true },
      { signal },
    );
    return changed.assessmentsEnabled === true;
  } catch (error) {
    const isRefused =
      error instanceof HcpTerraformError &&
      (error.kind === 'invalid' || error.kind === 'not-found-or-not-allowed');
    if (!isRefused) {
      throw error;
    }
    return false;
  }
}
