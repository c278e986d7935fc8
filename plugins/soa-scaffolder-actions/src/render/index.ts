export { modulesDirectory } from './modulesDirectory';
export { renderTerraform } from './renderTerraform';
export type { ServiceDescription } from './renderTerraform';
export { runtimeModuleOf } from './RuntimeModule';
