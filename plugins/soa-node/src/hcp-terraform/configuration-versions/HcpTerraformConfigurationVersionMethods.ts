import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformConfigurationVersion } from './HcpTerraformConfigurationVersion';

/**
 * Configuration versions of a workspace.
 *
 * @public
 */
export interface HcpTerraformConfigurationVersionMethods {
  /**
   * Runs are not queued by the upload.
   *
   * @param options - `speculative`: it can be planned and never applied
   */
  createConfigurationVersion(
    workspaceId: string,
    options?: HcpTerraformRequestOptions & { speculative?: boolean },
  ): Promise<HcpTerraformConfigurationVersion>;
  getConfigurationVersion(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformConfigurationVersion | undefined>;
  /** @param archive - a gzipped tar */
  uploadConfiguration(
    uploadUrl: string,
    archive: Uint8Array,
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
}
