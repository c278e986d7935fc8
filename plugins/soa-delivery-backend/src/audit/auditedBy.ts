import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/**
 * Does a write, and records it whether it succeeds or not.
 *
 * @param written - what its result says of it
 */
export type AuditedWrite = <T>(
  eventId: string,
  write: () => Promise<T>,
  options?: { meta?: JsonObject; written?: (result: T) => JsonObject },
) => Promise<T>;

/**
 * Records what is done when nobody's request is there any more.
 *
 * @param common - on whose behalf, and for what
 */
export function auditedBy(
  auditor: Pick<AuditorService, 'createEvent'>,
  common: JsonObject,
): AuditedWrite {
  return async (eventId, write, { meta, written } = {}) => {
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      meta: { ...common, ...meta },
    });
    try {
      const result = await write();
      await event.success({ meta: written?.(result) });
      return result;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  };
}
