export type { HcpTerraformVariable } from './HcpTerraformVariable';
export type { HcpTerraformVariableInput } from './HcpTerraformVariableInput';
export { variableMethods } from './variableMethods';
