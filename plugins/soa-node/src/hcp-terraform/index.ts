export type { HcpTerraformConfigurationVersion } from './configuration-versions';
export type { HcpTerraform } from './HcpTerraform';
export type {
  HcpTerraformClient,
  HcpTerraformRequestOptions,
} from './HcpTerraformClient';
export { HcpTerraformError } from './HcpTerraformError';
export type { HcpTerraformErrorKind } from './HcpTerraformError';
export { hcpTerraformServiceRef } from './hcpTerraformServiceRef';
export type { HcpTerraformOutput } from './outputs';
export type { HcpTerraformPlan } from './plans';
export type { HcpTerraformProject } from './projects';
export { runOutcome } from './runs';
export type { HcpTerraformRun, HcpTerraformRunInput } from './runs';
export type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from './variables';
export type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from './workspaces';
