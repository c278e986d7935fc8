export type { HcpTerraformRun } from './HcpTerraformRun';
export type { HcpTerraformRunInput } from './HcpTerraformRunInput';
export type { HcpTerraformRunMethods } from './HcpTerraformRunMethods';
export { runMethods } from './runMethods';
export { runEnd } from './runEnd';
export { runOutcome } from './runOutcome';
export { runState } from './runState';
export type { HcpTerraformRunState } from './runState';
