export { AccountTags } from './AccountTags';
export { allPages } from './allPages';
export { readOrganization } from './readOrganization';
export type { OrganizationReading } from './readOrganization';
