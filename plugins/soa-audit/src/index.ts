/**
 * Shows what CloudTrail saw happen to a component, and who did it.
 *
 * @packageDocumentation
 */

export { soaAuditApiRef } from './api';
export type { SoaAuditApi } from './api';
export { soaAuditPlugin as default } from './plugin';
export { soaAuditTranslationRef } from './translation';
