/**
 * AWS, HCP Terraform and Backstage SOA clients as backend services.
 *
 * @packageDocumentation
 */

export * from './accounts';
export * from './aws';
export { readAllowedRegions, readEnvironments, readSecretKey } from './config';
export type { SoaEnvironment } from './config';
export * from './configuration-source';
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
  HcpTerraformCostEstimate,
  HcpTerraformErrorKind,
  HcpTerraformExecutionMode,
  HcpTerraformNotice,
  HcpTerraformNotification,
  HcpTerraformNotificationInput,
  HcpTerraformNotificationSettings,
  HcpTerraformOutput,
  HcpTerraformPlan,
  HcpTerraformPolicyResult,
  HcpTerraformProject,
  HcpTerraformRequestOptions,
  HcpTerraformRun,
  HcpTerraformRunInput,
  HcpTerraformRunState,
  HcpTerraformRunTrigger,
  HcpTerraformTeam,
  HcpTerraformTeamAccess,
  HcpTerraformTeamPermissions,
  HcpTerraformVariable,
  HcpTerraformVariableInput,
  HcpTerraformVariableSet,
  HcpTerraformVcsRepo,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from './hcp-terraform';
export * from './input';
export * from './naming';
export * from './placements';
export { Recent, RecentlyUsed } from './recent';
