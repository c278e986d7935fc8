/**
 * AWS, HCP Terraform and Backstage SOA clients as backend services.
 *
 * @packageDocumentation
 */

export * from './account-vending';
export * from './accounts';
export * from './aws';
export * from './cancellation';
export {
  readAccountTagNames,
  readAllowedRegions,
  readEnvironments,
  readPlatformOwners,
  readSecretKey,
} from './config';
export type { AccountTagNames, SoaEnvironment } from './config';
export * from './configuration-source';
export * from './debounce';
export * from './delivery';
export {
  HCP_TERRAFORM_TOPIC,
  HcpTerraformError,
  hcpTerraformServiceRef,
  notificationKeyId,
  notificationToken,
  readNotification,
  readNotificationSettings,
  runEnd,
  runOutcome,
  runState,
} from './hcp-terraform';
export type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformConfigurationVersion,
  HcpTerraformConfigurationVersionMethods,
  HcpTerraformCostEstimate,
  HcpTerraformCostEstimateMethods,
  HcpTerraformErrorKind,
  HcpTerraformExecutionMode,
  HcpTerraformLogMethods,
  HcpTerraformNotice,
  HcpTerraformNotification,
  HcpTerraformNotificationInput,
  HcpTerraformNotificationMethods,
  HcpTerraformNotificationSettings,
  HcpTerraformOutput,
  HcpTerraformOutputMethods,
  HcpTerraformPlan,
  HcpTerraformPlanMethods,
  HcpTerraformPlannedChange,
  HcpTerraformPolicyMethods,
  HcpTerraformPolicyResult,
  HcpTerraformProject,
  HcpTerraformProjectMethods,
  HcpTerraformRequestOptions,
  HcpTerraformResource,
  HcpTerraformResourceMethods,
  HcpTerraformRun,
  HcpTerraformRunInput,
  HcpTerraformRunMethods,
  HcpTerraformRunState,
  HcpTerraformRunTrigger,
  HcpTerraformRunTriggerMethods,
  HcpTerraformTeam,
  HcpTerraformTeamAccess,
  HcpTerraformTeamMethods,
  HcpTerraformTeamPermissions,
  HcpTerraformVariable,
  HcpTerraformVariableInput,
  HcpTerraformVariableMethods,
  HcpTerraformVariableSet,
  HcpTerraformVariableSetMethods,
  HcpTerraformVcsRepo,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
  HcpTerraformWorkspaceMethods,
} from './hcp-terraform';
export * from './input';
export * from './naming';
export * from './own-source';
export * from './placements';
export { Recent, RecentlyUsed } from './recent';
export * from './vpcs';
