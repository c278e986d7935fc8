export type { HcpTerraformResource } from './HcpTerraformResource';
export type { HcpTerraformResourceMethods } from './HcpTerraformResourceMethods';
export { resourceMethods } from './resourceMethods';
