export { InventoryEntityProvider } from './InventoryEntityProvider';
export { organizationEntities } from './organizationEntities';
export { readProviderSettings } from './ProviderSettings';
export { refreshOnChange } from './refreshOnChange';
export { sayOnce } from './sayOnce';
export { workspaceEntities } from './workspaceEntities';
