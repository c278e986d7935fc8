export { configurationVersionMethods } from './configurationVersionMethods';
export type { HcpTerraformConfigurationVersion } from './HcpTerraformConfigurationVersion';
export type { HcpTerraformConfigurationVersionMethods } from './HcpTerraformConfigurationVersionMethods';
