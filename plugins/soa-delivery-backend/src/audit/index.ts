export { auditedBy } from './auditedBy';
export type { AuditedWrite } from './auditedBy';
