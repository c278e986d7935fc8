import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { AccountTurns, LockStore } from '../../locks';

/** The accounts of a database, for exclusive rollouts. */
export function turnsOf(knex: Knex, now: () => Date): AccountTurns {
  return new AccountTurns({
    store: new LockStore(knex, { waitingSeconds: 600, now }),
    leaseSeconds: 7 * 86_400,
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    logger: mockServices.logger.mock(),
  });
}
