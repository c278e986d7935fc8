export { readInventoryChange } from './InventoryChange';
export type { InventoryChange } from './InventoryChange';
export { INVENTORY_TOPIC } from './inventoryTopic';
export { AWS_ORGANIZATIONS_TOPIC } from './organizationsTopic';
