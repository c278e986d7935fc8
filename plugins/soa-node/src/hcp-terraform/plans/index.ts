export type { HcpTerraformPlan } from './HcpTerraformPlan';
export { planMethods } from './planMethods';
