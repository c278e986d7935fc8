export { readWorkspaces } from './readWorkspaces';
export type { WorkspaceReading } from './WorkspaceReading';
export { readWorkspace } from './readWorkspace';
