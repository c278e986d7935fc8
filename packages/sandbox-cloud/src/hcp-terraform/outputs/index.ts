export { outputResources } from './outputResources';
export { workspaceOutputs } from './workspaceOutputs';
