export type { HcpTerraformVariable } from './HcpTerraformVariable';
export type { HcpTerraformVariableInput } from './HcpTerraformVariableInput';
export type { HcpTerraformVariableMethods } from './HcpTerraformVariableMethods';
export { variableMethods } from './variableMethods';
