export type { HcpTerraformProject } from './HcpTerraformProject';
export { projectMethods } from './projectMethods';
