export type { HcpTerraformLogMethods } from './HcpTerraformLogMethods';
export { logMethods } from './logMethods';
