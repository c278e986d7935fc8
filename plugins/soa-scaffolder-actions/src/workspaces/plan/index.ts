export { planWorkspace } from './planWorkspace';
export type { WorkspaceStep } from './WorkspaceStep';
export { writeSettings } from './writeSettings';
