import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformVariable } from './HcpTerraformVariable';
import type { HcpTerraformVariableInput } from './HcpTerraformVariableInput';

/**
 * Variables of a workspace.
 *
 * @public
 */
export interface HcpTerraformVariableMethods {
  /**
   * @throws HcpTerraformError of kind `not-found-or-not-allowed`: that there is
   * none would be another answer
   */
  listVariables(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariable[]>;
  createVariable(
    workspaceId: string,
    input: HcpTerraformVariableInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariable>;
  updateVariable(
    workspaceId: string,
    variableId: string,
    input: Partial<HcpTerraformVariableInput>,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariable>;
}
