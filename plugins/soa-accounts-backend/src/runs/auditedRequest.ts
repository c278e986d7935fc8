import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';

type Meta = NonNullable<AuditorServiceCreateEventOptions['meta']>;

/**
 * Does what a request that changes something asks for, and records it whether it
 * succeeds or not: before anybody is told that it has.
 *
 * @param work - is given a function that takes what else is to be recorded
 */
export async function auditedRequest<T>(
  auditor: AuditorService,
  event: { eventId: string; request: Request; meta: Meta },
  work: (tell: (meta: Meta) => void) => Promise<T>,
): Promise<T> {
  const recorded = await auditor.createEvent({
    ...event,
    severityLevel: 'medium',
  });
  let told: Meta = {};
  let result: T;
  try {
    result = await work(meta => {
      told = { ...told, ...meta };
    });
  } catch (error) {
    await recorded.fail({ error: error as Error, meta: told });
    throw error;
  }
  await recorded.success({ meta: told });
  return result;
}
