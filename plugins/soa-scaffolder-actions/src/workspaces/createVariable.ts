import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformVariableInput,
} from '@backstage-soa/plugin-soa-node';
import { variableDifference } from './variableDifference';

/** Creates a variable; fine if an answer was lost and it is there already. */
export async function createVariable(
  client: HcpTerraformClient,
  workspaceId: string,
  variable: HcpTerraformVariableInput,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await client.createVariable(workspaceId, variable, { signal });
  } catch (error) {
    if (!(error instanceof HcpTerraformError)) {
      throw error;
    }
    const { missing, changed } = variableDifference(
      await client.listVariables(workspaceId, { signal }),
      [variable],
    );
    if (missing.length + changed.length > 0) {
      throw error;
    }
  }
}
