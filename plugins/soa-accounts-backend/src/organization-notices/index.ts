export { OrganizationNotices } from './OrganizationNotices';
