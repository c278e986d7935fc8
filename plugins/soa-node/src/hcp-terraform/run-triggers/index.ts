export type { HcpTerraformRunTrigger } from './HcpTerraformRunTrigger';
export type { HcpTerraformRunTriggerMethods } from './HcpTerraformRunTriggerMethods';
export { runTriggerMethods } from './runTriggerMethods';
