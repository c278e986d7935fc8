export { costEstimateMethods } from './costEstimateMethods';
export type { HcpTerraformCostEstimate } from './HcpTerraformCostEstimate';
export type { HcpTerraformCostEstimateMethods } from './HcpTerraformCostEstimateMethods';
