export { Workspaces } from './Workspaces';
