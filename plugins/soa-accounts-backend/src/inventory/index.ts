export {
  InventoryRefresh,
  readThrough,
  workspaceSource,
} from './InventoryRefresh';
export { readInventorySettings } from './InventorySettings';
export type { InventorySettings } from './InventorySettings';
export { organizationSource, OrganizationRefresh } from './OrganizationRefresh';
export { longestAge, readSchedule } from './schedule';
