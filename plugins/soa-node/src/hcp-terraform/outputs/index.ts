export type { HcpTerraformOutput } from './HcpTerraformOutput';
export type { HcpTerraformOutputMethods } from './HcpTerraformOutputMethods';
export { outputMethods } from './outputMethods';
