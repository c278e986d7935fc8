export { InventoryStore } from './InventoryStore';
export type { SourceState } from './SourceStates';
