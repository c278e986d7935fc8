export { ReadableEntities } from './ReadableEntities';
export { ReadableWorkspaces } from './ReadableWorkspaces';
