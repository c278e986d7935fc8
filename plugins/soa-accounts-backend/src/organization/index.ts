export { AccountTags } from './AccountTags';
export { readOrganization } from './readOrganization';
export type { OrganizationReading } from './readOrganization';
