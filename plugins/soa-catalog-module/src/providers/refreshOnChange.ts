import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { INVENTORY_TOPIC, triggerSoon } from '@backstage-soa/plugin-soa-node';

// A read of the inventory writes part by part.
const GATHER_MS = 2_000;

/**
 * Has providers read the inventory soon after it has changed, and not only at their
 * next turn.
 *
 * @param tasks - the task to run for sources whose names begin like this
 */
export async function refreshOnChange(
  tasks: Readonly<Record<string, string>>,
  deps: {
    events: EventsService;
    lifecycle: LifecycleService;
    logger: LoggerService;
    scheduler: SchedulerService;
  },
): Promise<void> {
  const refreshes = triggerSoon({ ...deps, delay: GATHER_MS });
  deps.lifecycle.addShutdownHook(() => refreshes.stop());
  await deps.events.subscribe({
    id: 'soa-inventory',
    topics: [INVENTORY_TOPIC],
    onEvent: async ({ eventPayload }) => {
      const source = sourceOf(eventPayload);
      for (const [kind, task] of Object.entries(tasks)) {
        if (source.startsWith(kind)) {
          refreshes.request(task);
        }
      }
    },
  });
}

function sourceOf(payload: unknown): string {
  return typeof payload === 'object' &&
    payload !== null &&
    'source' in payload &&
    typeof payload.source === 'string'
    ? payload.source
    : '';
}
