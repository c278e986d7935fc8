export type { HcpTerraformExecutionMode } from './HcpTerraformExecutionMode';
export type { HcpTerraformVcsRepo } from './HcpTerraformVcsRepo';
export type { HcpTerraformWorkspace } from './HcpTerraformWorkspace';
export type { HcpTerraformWorkspaceInput } from './HcpTerraformWorkspaceInput';
export { workspaceMethods } from './workspaceMethods';
