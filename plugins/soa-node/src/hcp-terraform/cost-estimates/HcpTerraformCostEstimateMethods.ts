import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformCostEstimate } from './HcpTerraformCostEstimate';

/**
 * Cost estimates of runs.
 *
 * @public
 */
export interface HcpTerraformCostEstimateMethods {
  getCostEstimate(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformCostEstimate | undefined>;
}
