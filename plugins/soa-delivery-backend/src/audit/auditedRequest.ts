import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/**
 * Answers a request that changes something, and records it whether it succeeds or not.
 *
 * @param answer - is given a function that takes what else is to be recorded
 */
export async function audited(
  auditor: AuditorService,
  event: { eventId: string; request: Request; meta: JsonObject },
  answer: (tell: (meta: JsonObject) => void) => Promise<void>,
): Promise<void> {
  const recorded = await auditor.createEvent({
    ...event,
    severityLevel: 'medium',
  });
  let told: JsonObject = {};
  try {
    await answer(meta => {
      told = { ...told, ...meta };
    });
    await recorded.success({ meta: told });
  } catch (error) {
    await recorded.fail({ error: error as Error, meta: told });
    throw error;
  }
}
