import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { AccountTurns, LockStore } from '../../locks';
import { EndedOwners, StoredRolloutEnds } from '../../reservations';

const audited = {
  logger: mockServices.logger.mock(),
  auditor: mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  }),
};

const locksOf = (knex: Knex, now: () => Date) =>
  new LockStore(knex, { waitingSeconds: 600, now });

/** The accounts of a database, for exclusive rollouts. */
export function turnsOf(knex: Knex, now: () => Date): AccountTurns {
  return new AccountTurns({
    ...audited,
    store: locksOf(knex, now),
    leaseSeconds: 7 * 86_400,
  });
}

/** What frees those of a rollout whose replica was killed before it could. */
export function endedTurnsOf(
  knex: Knex,
  now: () => Date,
): Pick<EndedOwners<never>, 'freeOfEndedRollouts'> {
  return new EndedOwners({
    ...audited,
    now,
    reservations: locksOf(knex, now),
    rollouts: new StoredRolloutEnds(knex),
    missing: { among: async () => new Set() },
  });
}
