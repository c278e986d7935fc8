import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';

export type ActionAuditor = Pick<AuditorService, 'createEvent'>;

/**
 * Records a write of an action with the Auditor, whether it succeeds or not.
 *
 * @param write - its result is recorded too
 * @param options - `progress`: what has been done, if it fails
 */
export async function auditedWrite<T extends Record<string, JsonValue>>(
  auditor: ActionAuditor,
  options: {
    eventId: string;
    user: string | undefined;
    taskId: string;
    meta: Record<string, string>;
    progress?: () => Record<string, JsonValue>;
  },
  write: () => Promise<T>,
): Promise<T> {
  const { eventId, user, taskId, meta, progress } = options;
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    meta: { ...meta, taskId, ...(user && { initiator: user }) },
  });
  try {
    const result = await write();
    await event.success({ meta: result });
    return result;
  } catch (error) {
    await event.fail({ error: error as Error, meta: progress?.() });
    throw error;
  }
}
