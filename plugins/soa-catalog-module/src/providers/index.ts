export { InventoryEntityProvider } from './InventoryEntityProvider';
export { organizationEntities } from './organizationEntities';
export { readProviderSettings } from './ProviderSettings';
export { workspaceEntities } from './workspaceEntities';
