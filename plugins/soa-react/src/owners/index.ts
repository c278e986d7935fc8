export { platformOwnersOf } from './platformOwnersOf';
export { useOwnPlatformOwners } from './useOwnPlatformOwners';
export type { PlatformOwner } from './useOwnPlatformOwners';
