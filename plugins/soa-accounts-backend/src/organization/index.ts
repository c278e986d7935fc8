export { allPages } from './allPages';
export { findTagChanges } from './findTagChanges';
export type { KeptTags } from './KeptTags';
export type { OrganizationReading } from './OrganizationReading';
export { readAccount } from './readAccount';
export { readOrganization } from './readOrganization';
export type { OrganizationSummary } from './readOrganization';
