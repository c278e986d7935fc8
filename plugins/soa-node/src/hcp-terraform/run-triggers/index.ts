export type { HcpTerraformRunTrigger } from './HcpTerraformRunTrigger';
export { runTriggerMethods } from './runTriggerMethods';
