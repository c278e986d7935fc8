export { costEstimateMethods } from './costEstimateMethods';
export type { HcpTerraformCostEstimate } from './HcpTerraformCostEstimate';
