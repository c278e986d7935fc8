export type { HcpTerraformVariableSet } from './HcpTerraformVariableSet';
export type { HcpTerraformVariableSetMethods } from './HcpTerraformVariableSetMethods';
export { variableSetMethods } from './variableSetMethods';
