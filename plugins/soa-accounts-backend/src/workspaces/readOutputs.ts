import type {
  HcpTerraformClient,
  HcpTerraformOutput,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { isDenial } from './Denials';

/**
 * The outputs of a workspace that did not come with it.
 *
 * @param hadOutputs - whether some have been seen before
 */
export async function readOutputs(
  client: HcpTerraformClient,
  { id, currentStateVersionId, resourceCount = 0 }: HcpTerraformWorkspace,
  hadOutputs: boolean,
  signal?: AbortSignal,
): Promise<HcpTerraformOutput[]> {
  try {
    return await client.listOutputs(id, { signal });
  } catch (error) {
    // "There is no state" and "you may not read it" are the same answer.
    const hasState = currentStateVersionId || resourceCount > 0 || hadOutputs;
    if (!hasState && isDenial(error)) {
      return [];
    }
    throw error;
  }
}
