import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformOutput } from './HcpTerraformOutput';

/**
 * Outputs of a workspace.
 *
 * @public
 */
export interface HcpTerraformOutputMethods {
  /**
   * The outputs of the current state.
   *
   * @throws HcpTerraformError of kind `not-found-or-not-allowed` also where
   * there is no state yet
   */
  listOutputs(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformOutput[]>;
}
