import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { AuditSource } from './AuditSource';

/**
 * Adds sources of CloudTrail records.
 *
 * @public
 */
export interface AuditSourcesExtensionPoint {
  /** @throws if there is a source of that id already; `lookup` is built in */
  addSource(source: AuditSource): void;
}

/** @public */
export const auditSourcesExtensionPoint =
  createExtensionPoint<AuditSourcesExtensionPoint>({
    id: 'soa-audit.sources',
  });
