export { auditedBy } from './auditedBy';
export type { AuditedWrite } from './auditedBy';
export { auditedRequest } from './auditedRequest';
export { said } from './said';
