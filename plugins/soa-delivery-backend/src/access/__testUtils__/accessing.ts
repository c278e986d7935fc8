import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  ACCESS_WORKSPACE,
  FakeHcpTerraform,
} from '../../__testUtils__/FakeHcpTerraform';
import { StepDeadlines } from '../../advance/StepDeadlines';
import { RolloutStore } from '../../store';
import { AccessAdvancer } from '../AccessAdvancer';
import { AccessStore } from '../store';
import type { AccessWish } from '../store';

/** Somebody's wish that a workspace of `orders` may deploy. */
export function wishOf(
  key: string,
  change: Partial<AccessWish> = {},
): AccessWish {
  return {
    organization: 'acme',
    account: '111122223333',
    workspace: `orders-${key}`,
    project: 'team-shop',
    runtime: 'ecs-fargate',
    componentRef: 'component:default/orders',
    requestedBy: 'user:default/guest',
    ...change,
  };
}

/** Somebody who has access taken away that somebody else has asked for. */
export const REMOVER = 'user:default/leader';

const MINUTE_MS = 60_000;

/** The access of accounts, and an advancer whose time the test has pass. */
export async function accessing(knex: Knex) {
  await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  let time = Date.UTC(2026, 10, 20, 10);
  const now = () => new Date(time);
  const store = new AccessStore(knex, now);
  const hcpTerraform = new FakeHcpTerraform();
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  const unmanaged = new Set<string>();
  let batches = 0;
  const advancer = new AccessAdvancer({
    store,
    hcpTerraform,
    auditor,
    logger,
    componentRef: 'component:default/account-baseline',
    isManaged: account => !unmanaged.has(account),
    deadlines: new StepDeadlines(
      10 * MINUTE_MS,
      () => new AbortController().signal,
    ),
    now,
    newId: () => {
      batches += 1;
      return `batch-${batches}`;
    },
  });
  const { id } = ACCESS_WORKSPACE;
  return {
    store,
    /** The accounts in which somebody else makes the roles. */
    unmanaged,
    hcpTerraform,
    auditor,
    logger,
    advancer,
    workspace: hcpTerraform.workspaces[0],
    /** Some ticks of the scheduler. */
    tick: async (times = 1, minutes = 0.1) => {
      for (let done = 0; done < times; done += 1) {
        time += minutes * MINUTE_MS;
        await advancer.run();
      }
    },
    /** The states of what was asked for, by the key of the placement. */
    states: async () =>
      Object.fromEntries(
        (await store.list({})).map(({ workspace, state }) => [
          workspace.replace('orders-', ''),
          state,
        ]),
      ),
    reasons: async () => (await store.list({})).map(({ reason }) => reason),
    /** Writes the variable as somebody does by hand. */
    write: (value: string) => {
      hcpTerraform.variables[id] = [
        {
          id: 'var-1',
          key: 'access',
          value,
          category: 'terraform',
          hcl: true,
          sensitive: false,
        },
      ];
    },
    /** What is in the variable. */
    read: () => {
      const variable = hcpTerraform.variables[id]?.[0];
      return variable ? JSON.parse(variable.value!) : undefined;
    },
  };
}
