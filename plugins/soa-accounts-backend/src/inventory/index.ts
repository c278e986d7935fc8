export { InventoryRefresh, workspaceSource } from './InventoryRefresh';
export { readInventorySettings } from './InventorySettings';
export type { InventorySettings } from './InventorySettings';
