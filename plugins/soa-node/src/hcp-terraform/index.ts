export type { HcpTerraformConfigurationVersion } from './configuration-versions';
export type { HcpTerraformCostEstimate } from './cost-estimates';
export type { HcpTerraform } from './HcpTerraform';
export type {
  HcpTerraformClient,
  HcpTerraformRequestOptions,
} from './HcpTerraformClient';
export { HcpTerraformError } from './HcpTerraformError';
export type { HcpTerraformErrorKind } from './HcpTerraformError';
export { hcpTerraformServiceRef } from './hcpTerraformServiceRef';
export {
  HCP_TERRAFORM_TOPIC,
  notificationKeyId,
  notificationToken,
  readNotification,
  readNotificationSettings,
} from './notification-keys';
export type {
  HcpTerraformNotice,
  HcpTerraformNotificationSettings,
} from './notification-keys';
export type {
  HcpTerraformNotification,
  HcpTerraformNotificationInput,
} from './notifications';
export type { HcpTerraformOutput } from './outputs';
export type { HcpTerraformPlan } from './plans';
export type { HcpTerraformPolicyResult } from './policies';
export type { HcpTerraformProject } from './projects';
export type { HcpTerraformRunTrigger } from './run-triggers';
export { runEnd, runOutcome, runState } from './runs';
export type {
  HcpTerraformRun,
  HcpTerraformRunInput,
  HcpTerraformRunState,
} from './runs';
export type {
  HcpTerraformTeam,
  HcpTerraformTeamAccess,
  HcpTerraformTeamPermissions,
} from './teams';
export type { HcpTerraformVariableSet } from './variable-sets';
export type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from './variables';
export type {
  HcpTerraformExecutionMode,
  HcpTerraformVcsRepo,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from './workspaces';
