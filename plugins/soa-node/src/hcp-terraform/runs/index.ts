export type { HcpTerraformRun } from './HcpTerraformRun';
export type { HcpTerraformRunInput } from './HcpTerraformRunInput';
export { runMethods } from './runMethods';
export { runOutcome } from './runOutcome';
