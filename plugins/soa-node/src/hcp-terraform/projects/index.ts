export type { HcpTerraformProject } from './HcpTerraformProject';
export type { HcpTerraformProjectMethods } from './HcpTerraformProjectMethods';
export { projectMethods } from './projectMethods';
