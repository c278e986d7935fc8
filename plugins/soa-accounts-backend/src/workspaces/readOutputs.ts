import type { WorkspaceOutput } from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { isDenial } from './Denials';

/**
 * The outputs of a workspace, without secrets.
 *
 * @param hadOutputs - whether some have been seen before
 */
export async function readOutputs(
  client: HcpTerraformClient,
  { id, currentStateVersionId, resourceCount = 0 }: HcpTerraformWorkspace,
  hadOutputs: boolean,
  signal?: AbortSignal,
): Promise<WorkspaceOutput[]> {
  try {
    const outputs = await client.listOutputs(id, { signal });
    return outputs.map(({ name, sensitive, value }) => ({
      name,
      sensitive,
      ...(!sensitive && { value }),
    }));
  } catch (error) {
    // "There is no state" and "you may not read it" are the same answer.
    const hasState = currentStateVersionId || resourceCount > 0 || hadOutputs;
    if (!hasState && isDenial(error)) {
      return [];
    }
    throw error;
  }
}
