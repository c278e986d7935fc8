export { soaAuditTranslationRef } from './soaAuditTranslationRef';
