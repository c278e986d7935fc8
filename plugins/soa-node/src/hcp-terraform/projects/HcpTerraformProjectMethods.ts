import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformProject } from './HcpTerraformProject';

/**
 * Projects of an organization.
 *
 * @public
 */
export interface HcpTerraformProjectMethods {
  /** The project of exactly this name. */
  findProject(
    name: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformProject | undefined>;
  createProject(
    input: { name: string; description?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformProject>;
}
