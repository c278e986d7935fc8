import { TestDatabases } from '@backstage/backend-test-utils';
import { advancing } from './__testUtils__/advancing';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('RolloutAdvancer on %s', id => {
  const setUp = async (options?: { maxConcurrent?: number }) =>
    advancing(await databases.init(id), options);

  it('goes on with what waits for a run that it is told of', async () => {
    const { tick, advancer, states, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    await tick();
    expect(await states()).toEqual(['planning', 'waiting']);
    await advancer.wake('run-1');
    await advancer.wake('run-1');
    const [first, second] = await states();
    // It is planned, and waits for the other; which was begun at once.
    expect([first, second]).toEqual(['confirming', 'planning']);
    for (let told = 0; told < 6; told += 1) {
      await advancer.wake('run-2');
      await advancer.wake('run-1');
    }
    expect(await states()).toEqual(['applied', 'applied']);
    expect(hcpTerraform.runs).toHaveLength(2);
  });

  it('looks at no other run than it is told of', async () => {
    const { tick, advancer, states } = await setUp();
    await tick();
    expect(await states()).toEqual(['planning', 'planning']);
    await advancer.wake('run-2');
    await advancer.wake('run-2');
    expect((await states()).sort()).toEqual(['confirming', 'planning']);
  });

  it('lets what a person has decided on go on at once', async () => {
    const { id: rolloutId, advancer, states, store } = await setUp();
    await store.change((await store.get(rolloutId))!, {
      rollout: { state: 'paused' },
    });
    await advancer.wakeRollout(rolloutId);
    expect(await states()).toEqual(['waiting', 'waiting']);
    await store.change((await store.get(rolloutId))!, {
      rollout: { state: 'running' },
    });
    await advancer.wakeRollout(rolloutId);
    expect(await states()).toEqual(['planning', 'planning']);
    await advancer.wakeRollout('none');
  });

  it('ends at once what a person has stopped, and looks at nothing else', async () => {
    const { tick, advancer, store, rollout, hcpTerraform } = await setUp();
    await tick(1);
    const going = await rollout();
    const statuses = () => hcpTerraform.runs.map(({ status }) => status);
    await advancer.wakeRollout(going.id);
    expect(statuses()).toEqual(['pending', 'pending']);
    await store.change(await rollout(), {
      rollout: { state: 'canceling', failure: 'Canceled by somebody' },
    });
    await advancer.wakeRollout(going.id);
    expect(statuses()).toEqual(['canceled', 'canceled']);
  });

  it('does nothing for runs that nobody waits for, or any more', async () => {
    const { tick, advancer, hcpTerraform, rollout } = await setUp();
    await advancer.wake('run-1');
    await tick(10);
    const ended = await rollout();
    expect(ended.state).toBe('applied');
    hcpTerraform.runs[0].status = 'errored';
    await advancer.wake(hcpTerraform.runs[0].id);
    await advancer.wake("' OR 1=1 --");
    expect(await rollout()).toEqual(ended);
  });

  it('waits as long as it has to after a failure, whatever it is told', async () => {
    const { tick, advancer, hcpTerraform, rollout } = await setUp();
    await tick();
    hcpTerraform.errors = [new Error('No answer')];
    await advancer.wake('run-1');
    const failing = await rollout();
    await advancer.wake('run-1');
    expect(await rollout()).toEqual(failing);
  });

  it('doubles nothing when both replicas are told of all at once', async () => {
    const { advancer, hcpTerraform, tick, rollout, logger } = await setUp({
      maxConcurrent: 1,
    });
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.all([
        advancer.wake('run-1'),
        tick(),
        advancer.wake('run-1'),
        advancer.wake('run-2'),
        advancer.wake('run-2'),
      ]);
    }
    expect((await rollout()).state).toBe('applied');
    expect(hcpTerraform.runs).toHaveLength(2);
    expect(hcpTerraform.uploads).toHaveLength(2);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('uploads once while one replica is still at it', async () => {
    const { advancer, hcpTerraform, read, tick, states } = await setUp({
      maxConcurrent: 1,
    });
    let goOn = () => {};
    const reading = new Promise<void>(begun => {
      read.mockImplementationOnce(
        () =>
          new Promise(resolve => {
            begun();
            goOn = () => resolve(Buffer.from('archive'));
          }),
      );
    });
    const slow = advancer.run();
    await reading;
    await tick(3, 0.1);
    expect(read).toHaveBeenCalledTimes(1);
    goOn();
    await slow;
    await tick(25, 0.1);
    expect(hcpTerraform.uploads).toHaveLength(2);
    expect(await states()).toEqual(['applied', 'applied']);
  });
});
