export {
  defaultWorkspaceSettings,
  readWorkspaceSettings,
} from './readWorkspaceSettings';
export type {
  TeamGrant,
  VcsConnection,
  WorkspaceSettings,
} from './WorkspaceSettings';
