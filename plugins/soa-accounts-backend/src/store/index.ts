export { InventoryStore } from './InventoryStore';
export type { WorkspaceFilter } from './InventoryStore';
