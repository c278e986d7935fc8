export type {
  HcpTerraformConfigurationVersion,
  HcpTerraformConfigurationVersionMethods,
} from './configuration-versions';
export type {
  HcpTerraformCostEstimate,
  HcpTerraformCostEstimateMethods,
} from './cost-estimates';
export type { HcpTerraform } from './HcpTerraform';
export type { HcpTerraformClient } from './HcpTerraformClient';
export { HcpTerraformError } from './HcpTerraformError';
export type { HcpTerraformErrorKind } from './HcpTerraformError';
export type { HcpTerraformRequestOptions } from './HcpTerraformRequestOptions';
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
  HcpTerraformNotificationMethods,
} from './notifications';
export type { HcpTerraformOutput, HcpTerraformOutputMethods } from './outputs';
export type { HcpTerraformLogMethods } from './logs';
export type {
  HcpTerraformPlan,
  HcpTerraformPlanMethods,
  HcpTerraformPlannedChange,
} from './plans';
export type {
  HcpTerraformPolicyMethods,
  HcpTerraformPolicyResult,
} from './policies';
export type {
  HcpTerraformProject,
  HcpTerraformProjectMethods,
} from './projects';
export type {
  HcpTerraformResource,
  HcpTerraformResourceMethods,
} from './resources';
export type {
  HcpTerraformRunTrigger,
  HcpTerraformRunTriggerMethods,
} from './run-triggers';
export { runEnd, runOutcome, runState } from './runs';
export type {
  HcpTerraformRun,
  HcpTerraformRunInput,
  HcpTerraformRunMethods,
  HcpTerraformRunState,
} from './runs';
export type {
  HcpTerraformTeam,
  HcpTerraformTeamAccess,
  HcpTerraformTeamMethods,
  HcpTerraformTeamPermissions,
} from './teams';
export type {
  HcpTerraformVariableSet,
  HcpTerraformVariableSetMethods,
} from './variable-sets';
export type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
  HcpTerraformVariableMethods,
} from './variables';
export type {
  HcpTerraformAssessment,
  HcpTerraformExecutionMode,
  HcpTerraformVcsRepo,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
  HcpTerraformWorkspaceMethods,
} from './workspaces';
