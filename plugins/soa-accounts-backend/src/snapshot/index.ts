export { InventorySnapshot } from './InventorySnapshot';
export { SnapshotReader } from './SnapshotReader';
export type { Inventory } from './SnapshotReader';
export { WorkspaceIndex } from './WorkspaceIndex';
