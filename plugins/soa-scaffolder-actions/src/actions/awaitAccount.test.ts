import { mockCredentials } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { Account } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { runAction } from '../__testUtils__';
import { FakeRunClock } from '../__testUtils__/FakeRunClock';
import { createAwaitAccountAction } from './awaitAccount';

const input = { accountId: '200000000000', environment: 'dev' };

const account = {
  id: '200000000000',
  name: 'shop-dev',
  state: 'ACTIVE',
  environment: 'dev',
  entityRef: 'resource:default/200000000000',
} as Account;

function set(...answers: Array<Partial<Account> | Error | undefined>) {
  const clock = new FakeRunClock();
  const listAccounts = jest.fn<
    ReturnType<SoaAccountsClient['listAccounts']>,
    Parameters<SoaAccountsClient['listAccounts']>
  >(async ({ cursor }) => {
    // It is on the second page.
    if (!cursor) {
      return { items: [], nextCursor: '2' };
    }
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) {
      throw answer;
    }
    return { items: answer ? [{ ...account, ...answer }] : [] };
  });
  const action = createAwaitAccountAction({
    accounts: { listAccounts },
    clock,
  });
  return { action, clock, listAccounts };
}

describe('soa:account:await', () => {
  it('goes on at once with an account that is known', async () => {
    const { action, clock, listAccounts } = set({});
    const { outputs, log } = await runAction(action, input);
    expect(outputs).toEqual({
      entityRef: 'resource:default/200000000000',
      name: 'shop-dev',
    });
    expect(log).toEqual(['The account shop-dev (200000000000) is known']);
    expect(clock.now()).toBe(0);
    expect(listAccounts.mock.calls[0][1].credentials).toEqual(
      mockCredentials.user('user:default/guest'),
    );
  });

  it('waits until it is there, active and tagged, and says what for', async () => {
    const { action } = set(
      undefined,
      new Error('Oops'),
      { state: 'PENDING_ACTIVATION' },
      { environment: undefined },
      { environment: undefined },
      {},
    );
    const { log } = await runAction(action, input);
    expect(log).toEqual([
      'Waiting for the account 200000000000: the portal has not read it yet, or you may not see it',
      'Waiting for the account 200000000000: soa-accounts gives no answer (Oops)',
      'Waiting for the account 200000000000: its state is PENDING_ACTIVATION',
      'Waiting for the account 200000000000: it is for no environment so far, as the portal has read it',
      'The account shop-dev (200000000000) is known',
    ]);
  });

  it('gives up in time, and says why', async () => {
    const { action, clock } = set(undefined);
    await expect(
      runAction(action, { ...input, maxWait: { minutes: 1 } }),
    ).rejects.toThrow(
      'accountId: waited in vain for the account 200000000000: the portal has not read it yet',
    );
    expect(clock.now()).toBe(60_000);
  });

  it('takes a refusal for an answer', async () => {
    const refusal = await ResponseError.fromResponse(
      new Response('{}', { status: 403 }) as any,
    );
    const { action, clock } = set(refusal);
    await expect(runAction(action, input)).rejects.toThrow('403');
    expect(clock.now()).toBe(0);
  });

  it('stops when it is canceled', async () => {
    const { action, clock } = set(undefined);
    const controller = new AbortController();
    clock.onPause = () => controller.abort(new Error('canceled'));
    await expect(
      runAction(action, input, { signal: controller.signal }),
    ).rejects.toThrow(/^canceled$/);
  });

  it('waits for nothing in a dry run', async () => {
    const { action, clock } = set(undefined);
    const { log } = await runAction(action, input, { isDryRun: true });
    expect(log).toEqual([
      'Would wait for the account 200000000000: the portal has not read it yet, or you may not see it',
    ]);
    expect(clock.now()).toBe(0);
    await expect(
      runAction(action, { ...input, accountId: '1' }, { isDryRun: true }),
    ).rejects.toThrow('accountId: write the 12 digits');
  });
});
