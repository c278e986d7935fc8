import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformPlan } from './HcpTerraformPlan';

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
}
