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
  /**
   * The newest 100 of a workspace, the newest first, with their commits.
   *
   * @throws HcpTerraformError also for a workspace that is not found or not allowed
   */
  listConfigurationVersions(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformConfigurationVersion[]>;
  /** @param archive - a gzipped tar */
  uploadConfiguration(
    uploadUrl: string,
    archive: Uint8Array,
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
}
