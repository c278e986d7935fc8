export type { HcpTerraform } from './HcpTerraform';
export type {
  HcpTerraformClient,
  HcpTerraformRequestOptions,
} from './HcpTerraformClient';
export { HcpTerraformError } from './HcpTerraformError';
export type { HcpTerraformErrorKind } from './HcpTerraformError';
export { hcpTerraformServiceRef } from './hcpTerraformServiceRef';
export type {
  HcpTerraformConfigurationVersion,
  HcpTerraformOutput,
  HcpTerraformPlan,
  HcpTerraformProject,
  HcpTerraformRun,
  HcpTerraformRunInput,
  HcpTerraformVariable,
  HcpTerraformVariableInput,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from './resources';
export { runOutcome } from './runStatus';
