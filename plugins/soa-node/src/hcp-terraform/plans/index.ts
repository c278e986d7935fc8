export type { HcpTerraformPlan } from './HcpTerraformPlan';
export type { HcpTerraformPlannedChange } from './HcpTerraformPlannedChange';
export type { HcpTerraformPlanMethods } from './HcpTerraformPlanMethods';
export { planMethods } from './planMethods';
