export { SoaAuditApiClient, soaAuditApiRef } from './SoaAuditApi';
export type { SoaAuditApi } from './SoaAuditApi';
