export { InventoryEntityProvider } from './InventoryEntityProvider';
export { organizationEntities } from './organizationEntities';
export { readProviderSettings } from './ProviderSettings';
export { warnOnce } from './warnOnce';
export { workspaceEntities } from './workspaceEntities';
