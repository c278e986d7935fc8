import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformPlan } from './HcpTerraformPlan';
import type { HcpTerraformPlannedChange } from './HcpTerraformPlannedChange';

/**
 * Plans of runs.
 *
 * @public
 */
export interface HcpTerraformPlanMethods {
  getPlan(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPlan | undefined>;
  /**
   * What a plan would do to each resource, those included that stay as they are.
   *
   * @returns `undefined` as long as the plan is being made
   * @throws HcpTerraformError of kind `not-found-or-not-allowed` also where the host
   *   or its version of Terraform does not tell
   */
  listPlannedChanges(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPlannedChange[] | undefined>;
}
