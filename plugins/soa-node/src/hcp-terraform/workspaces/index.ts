export type { HcpTerraformWorkspace } from './HcpTerraformWorkspace';
export type { HcpTerraformWorkspaceInput } from './HcpTerraformWorkspaceInput';
export { workspaceMethods } from './workspaceMethods';
