export type { HcpTerraformPlan } from './HcpTerraformPlan';
export type { HcpTerraformPlanMethods } from './HcpTerraformPlanMethods';
export { planMethods } from './planMethods';
