export type { HcpTerraformSettings } from './HcpTerraformSettings';
export { readHcpTerraformSettings } from './readHcpTerraformSettings';
