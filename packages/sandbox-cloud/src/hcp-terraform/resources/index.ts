export { workspaceResources } from './workspaceResources';
