import { TestDatabases } from '@backstage/backend-test-utils';
import { accessing, wishOf } from './__testUtils__/accessing';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const told = (runId: string, organization = 'acme') => ({
  organization,
  runId,
});

describe.each(databases.eachSupportedId())('AccessAdvancer on %s', id => {
  let account: Awaited<ReturnType<typeof accessing>>;

  beforeEach(async () => {
    account = await accessing(await databases.init(id));
    await account.store.request([wishOf('prod-use1')]);
    while (account.hcpTerraform.runs.length === 0) {
      await account.tick();
    }
    await account.store.request([wishOf('prod-euw1')]);
  });

  it('goes on with what waits for a run that it is told of', async () => {
    const { advancer, states, hcpTerraform } = account;
    for (let times = 0; times < 5; times += 1) {
      await advancer.wake(told('run-1'));
    }
    expect(await states()).toEqual({
      'prod-use1': 'ready',
      'prod-euw1': 'running',
    });
    expect(hcpTerraform.runs).toHaveLength(2);
  });

  it('does nothing for runs that nobody waits for', async () => {
    const { advancer, states, unmanaged } = account;
    const before = await states();
    for (let times = 0; times < 5; times += 1) {
      await advancer.wake(told('run-7'));
      await advancer.wake(told('run-1', 'other'));
    }
    unmanaged.add('111122223333');
    await advancer.wake(told('run-1'));
    expect(await states()).toEqual(before);
  });

  it('doubles nothing when both replicas are told of all at once', async () => {
    const { advancer, states, hcpTerraform, tick, logger } = account;
    for (let turn = 0; turn < 10; turn += 1) {
      await Promise.all([
        advancer.wake(told('run-1')),
        advancer.wake(told('run-2')),
        tick(),
        advancer.wake(told('run-1')),
        advancer.wake(told('run-2')),
      ]);
    }
    expect(await states()).toEqual({
      'prod-use1': 'ready',
      'prod-euw1': 'ready',
    });
    expect(hcpTerraform.runs).toHaveLength(2);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('waits as long as it has to after a failure, whatever it is told', async () => {
    const { advancer, hcpTerraform, store } = account;
    hcpTerraform.errors = [new Error('No answer')];
    await advancer.wake(told('run-1'));
    const failing = await store.account('acme', '111122223333');
    expect(failing?.error).toContain('No answer');
    await advancer.wake(told('run-1'));
    expect(await store.account('acme', '111122223333')).toEqual(failing);
  });
});
