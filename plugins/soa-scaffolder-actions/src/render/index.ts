export { settingsOf } from './facts';
export type { ModuleSource } from './ModuleSource';
export { readModuleSource } from './readModuleSource';
export { readPermissionsBoundary } from './readPermissionsBoundary';
export { placementFile } from './placementFile';
export { withPlacementRuns } from './placementsTest';
export { renderTerraform } from './renderTerraform';
export type { ServiceDescription } from './ServiceDescription';
