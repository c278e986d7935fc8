export { assumeRoleError, NOT_AUTHORIZED } from './assumeRoleError';
