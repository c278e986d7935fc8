export { SERVICE_NAME_MAX_LENGTH, serviceNameProblem } from './serviceName';
export { WORKSPACE_NAME_MAX_LENGTH, workspaceName } from './workspaceName';
export {
  WORKSPACE_TAGS,
  placementOfWorkspaceTags,
  workspaceTags,
} from './workspaceTags';
