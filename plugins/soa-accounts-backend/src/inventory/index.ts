export {
  InventoryRefresh,
  organizationSource,
  readThrough,
  workspaceSource,
} from './InventoryRefresh';
export { readInventorySettings } from './InventorySettings';
export type { InventorySettings } from './InventorySettings';
export { longestAge, readSchedule } from './schedule';
