export { accessWork, RESOURCES_OF_ENTRY } from './accessWork';
export type { AccessWork } from './accessWork';
export type { AccessMap } from './AccessMap';
export { deployRoles } from './deployRoles';
export type { DeployRole } from './deployRoles';
