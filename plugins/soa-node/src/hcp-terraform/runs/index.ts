export type { HcpTerraformRun } from './HcpTerraformRun';
export type { HcpTerraformRunInput } from './HcpTerraformRunInput';
export { runMethods } from './runMethods';
export { runEnd } from './runEnd';
export { runOutcome } from './runOutcome';
export { runState } from './runState';
export type { HcpTerraformRunState } from './runState';
