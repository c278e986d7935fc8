import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  HCP_TERRAFORM_TOPIC,
  ROLLOUT_CHECK_TOPIC,
} from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { TestResults } from './checks';
import { RunWaker } from './notices';
import type { RolloutStore } from './store';

/** Has what others tell of runs, and of tests, take further what waits for it. */
export async function listenToEvents(
  options: Pick<
    ConstructorParameters<typeof RunWaker>[0],
    'wakes' | 'signal'
  > & {
    events: EventsService;
    hcpTerraform: HcpTerraform;
    logger: LoggerService;
    store: RolloutStore;
    /** Lets a rollout go on at once; nobody waits for it. */
    wake: (rolloutId: string) => void;
  },
): Promise<void> {
  const { events, hcpTerraform, wake } = options;
  const waker = new RunWaker({
    ...options,
    organizations: () => hcpTerraform.organizations(),
  });
  await events.subscribe({
    id: 'runs',
    topics: [HCP_TERRAFORM_TOPIC],
    // HCP Terraform, which may be waiting for an answer, waits for no run.
    onEvent: async ({ eventPayload }) => {
      waker.take(eventPayload);
    },
  });
  const tests = new TestResults(options);
  await events.subscribe({
    id: 'tests',
    topics: [ROLLOUT_CHECK_TOPIC],
    onEvent: async ({ eventPayload }) => {
      const id = await tests.take(eventPayload);
      if (id) {
        wake(id);
      }
    },
  });
}
