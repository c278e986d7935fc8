import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { RunClock } from './RunClock';

/** What following runs needs of the task that it is part of. */
export interface RunContext {
  logger: Pick<LoggerService, 'info' | 'warn'>;
  /** Aborted when the task is cancelled. */
  signal?: AbortSignal;
  /** Aborted when it is not waited any longer. */
  deadline: AbortSignal;
  clock: RunClock;
  /** The words by which a run of this step is found again. */
  marker: string;
  /** Does something once, also if the task is taken up again. */
  checkpoint<T extends JsonObject>(
    key: string,
    fn: () => Promise<T>,
  ): Promise<T>;
  /** Records a write with the Auditor. */
  audited<T extends Record<string, JsonValue>>(
    eventId: string,
    meta: Record<string, string>,
    write: () => Promise<T>,
  ): Promise<T>;
}

/** Ends what is waited for, whichever comes first. */
export function waitingSignal({ signal, deadline }: RunContext): AbortSignal {
  return signal ? AbortSignal.any([signal, deadline]) : deadline;
}
