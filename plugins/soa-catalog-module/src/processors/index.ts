export { OrganizationalUnitProcessor } from './OrganizationalUnitProcessor';
export { PlacementProcessor } from './PlacementProcessor';
