import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformRunTrigger } from './HcpTerraformRunTrigger';

/**
 * Run triggers of a workspace.
 *
 * @public
 */
export interface HcpTerraformRunTriggerMethods {
  /** The workspaces after whose runs this one runs, too. */
  listRunTriggers(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRunTrigger[]>;
  createRunTrigger(
    workspaceId: string,
    sourceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRunTrigger>;
}
