/**
 * Extension point for further audit sources.
 *
 * @packageDocumentation
 */

export type {
  AuditBatch,
  AuditPosition,
  AuditShard,
  AuditSource,
  AuditSourceContext,
} from './AuditSource';
export { auditSourcesExtensionPoint } from './auditSourcesExtensionPoint';
export type { AuditSourcesExtensionPoint } from './auditSourcesExtensionPoint';
