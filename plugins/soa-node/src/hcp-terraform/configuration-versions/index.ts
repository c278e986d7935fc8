export { configurationVersionMethods } from './configurationVersionMethods';
export type { HcpTerraformConfigurationVersion } from './HcpTerraformConfigurationVersion';
