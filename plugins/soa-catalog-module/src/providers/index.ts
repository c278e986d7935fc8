export { InventoryEntityProvider } from './InventoryEntityProvider';
export { organizationEntities } from './organizationEntities';
export { readProviderSettings } from './ProviderSettings';
export { RefreshSoon } from './RefreshSoon';
export { sayOnce } from './sayOnce';
export { workspaceEntities } from './workspaceEntities';
