import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { EventsService } from '@backstage/plugin-events-node';
// A test of the two together, and no part of either.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import soaAccountsPlugin from '@backstage-soa/plugin-soa-accounts-backend';
import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import { ORGANIZATIONS_TOPIC } from '@backstage-soa/plugin-soa-node';

/** The inventory itself, which has read the organisation at an endpoint once. */
export async function startInventory(options: {
  endpoint: string;
  managementAccount: string;
  /** Further keys of `soa.accounts`. */
  accounts?: object;
}) {
  const { endpoint, managementAccount } = options;
  let scheduler: SchedulerService | undefined;
  let events: EventsService | undefined;
  const insider = createBackendModule({
    pluginId: 'soa-accounts',
    moduleId: 'insider',
    register(env) {
      env.registerInit({
        deps: {
          itsScheduler: coreServices.scheduler,
          itsEvents: eventsServiceRef,
        },
        async init({ itsScheduler, itsEvents }) {
          scheduler = itsScheduler;
          events = itsEvents;
        },
      });
    },
  });
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      soaAccountsPlugin,
      insider,
      catalogServiceMock.factory(),
      logger.factory,
      mockServices.rootConfig.factory({
        data: {
          aws: {
            mainAccount: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
            accountDefaults: { roleName: 'soa-reader' },
          },
          soa: {
            aws: {
              endpoint,
              organizations: [{ accountId: managementAccount }],
            },
            accounts: {
              // Without a delay, it is read before the test goes on.
              schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
              ...options.accounts,
            },
          },
        } as object,
      }),
    ],
  });
  const get = async (path: string) => {
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/soa-accounts/v1${path}`,
      { headers: { authorization: mockCredentials.service.header() } },
    );
    return answer.json() as Promise<any>;
  };
  let told = 0;
  return {
    logger,
    /** Reads the organisation at once, as if it were its turn. */
    async read() {
      await scheduler!.triggerTask(
        `soa-accounts-refresh:aws-organizations:${managementAccount}`,
      );
    },
    /** Tells of a change, as EventBridge does. */
    async tell(eventName: string, requestParameters: object) {
      told += 1;
      await events!.publish({
        topic: ORGANIZATIONS_TOPIC,
        eventPayload: {
          id: `told-${told}`,
          account: managementAccount,
          detail: {
            eventSource: 'organizations.amazonaws.com',
            eventName,
            requestParameters,
          },
        },
      });
    },
    async accounts(): Promise<Account[]> {
      const all: Account[] = [];
      let cursor: string | undefined;
      do {
        const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const page = await get(`/accounts?limit=500${query}`);
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return all;
    },
    async units(): Promise<OrganizationalUnit[]> {
      return (await get('/organization')).items;
    },
    stop: () => backend.stop(),
  };
}
