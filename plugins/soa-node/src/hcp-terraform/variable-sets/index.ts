export type { HcpTerraformVariableSet } from './HcpTerraformVariableSet';
export { variableSetMethods } from './variableSetMethods';
