export { wantedWorkspace } from './wantedWorkspace';
export type { WantedWorkspace } from './wantedWorkspace';
