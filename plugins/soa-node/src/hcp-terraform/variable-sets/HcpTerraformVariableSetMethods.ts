import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformVariableSet } from './HcpTerraformVariableSet';

/**
 * Variable sets of an organization.
 *
 * @public
 */
export interface HcpTerraformVariableSetMethods {
  /** The variable set of exactly this name, with what it is applied to. */
  findVariableSet(
    name: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariableSet | undefined>;
  /** Workspaces that have it already keep it. */
  applyVariableSet(
    id: string,
    workspaceIds: readonly string[],
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
}
