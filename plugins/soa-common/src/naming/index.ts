export {
  DEPLOY_ROLE_PATH,
  DEPLOYING_WORKSPACE_MAX_LENGTH,
  deployRoleName,
  ROLE_NAME_MAX_LENGTH,
} from './deployRole';
export type { DeployPhase } from './deployRole';
export { SERVICE_NAME_MAX_LENGTH, serviceNameProblem } from './serviceName';
export { workspaceName } from './workspaceName';
export {
  ownerOfWorkspaceTags,
  WORKSPACE_TAGS,
  placementOfWorkspaceTags,
  workspaceTags,
} from './workspaceTags';
