export type { HcpTerraformAssessment } from './HcpTerraformAssessment';
export type { HcpTerraformExecutionMode } from './HcpTerraformExecutionMode';
export type { HcpTerraformVcsRepo } from './HcpTerraformVcsRepo';
export type { HcpTerraformWorkspace } from './HcpTerraformWorkspace';
export type { HcpTerraformWorkspaceInput } from './HcpTerraformWorkspaceInput';
export type { HcpTerraformWorkspaceMethods } from './HcpTerraformWorkspaceMethods';
export { workspaceMethods } from './workspaceMethods';
