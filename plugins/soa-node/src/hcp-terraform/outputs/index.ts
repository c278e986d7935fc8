export type { HcpTerraformOutput } from './HcpTerraformOutput';
export { outputMethods } from './outputMethods';
