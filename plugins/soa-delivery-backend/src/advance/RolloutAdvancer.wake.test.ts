import { TestDatabases } from '@backstage/backend-test-utils';
import { advancing } from './__testUtils__/advancing';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('RolloutAdvancer on %s', id => {
  const setUp = async (options?: { maxConcurrent?: number }) =>
    advancing(await databases.init(id), options);

  it('goes on with what waits for a run that it is told of', async () => {
    const { tick, tell, states, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    await tick();
    expect(await states()).toEqual(['planning', 'waiting']);
    await tell('run-1');
    await tell('run-1');
    const [first, second] = await states();
    // It is planned, and waits for the other; which was begun at once.
    expect([first, second]).toEqual(['confirming', 'planning']);
    for (let told = 0; told < 6; told += 1) {
      await tell('run-2');
      await tell('run-1');
    }
    expect(await states()).toEqual(['applied', 'applied']);
    expect(hcpTerraform.runs).toHaveLength(2);
  });

  it('looks at no other run than it is told of', async () => {
    const { tick, tell, states } = await setUp();
    await tick();
    expect(await states()).toEqual(['planning', 'planning']);
    await tell('run-2');
    await tell('run-2');
    expect((await states()).sort()).toEqual(['confirming', 'planning']);
  });

  it('looks at no run that it has told to apply because that does', async () => {
    const { tick, tell, states, rollout, hcpTerraform } = await setUp();
    while ((await states())[0] !== 'applying') {
      await tick();
    }
    const runId = (await rollout()).targets[0].runId!;
    const run = hcpTerraform.runs.find(one => one.id === runId)!;
    expect(run.status).toBe('confirmed');
    await tell(runId, 'run:applying');
    expect(run.status).toBe('confirmed');
    await tell(runId, 'run:applying', 'run:completed');
    expect(run.status).toBe('applying');
  });

  it('goes on as soon as a wave has baked', async () => {
    const { tick, states, timers } = await advancing(await databases.init(id), {
      request: { plan: { defaults: { waves: [{ count: 1 }], bake: 'PT5M' } } },
    });
    while ((await states())[0] !== 'applied') {
      await tick();
    }
    await tick();
    expect(timers).toHaveLength(1);
    expect((await states())[1]).toBe('waiting');
    await timers[0]();
    expect((await states())[1]).toBe('planning');
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
    const { tick, tell, hcpTerraform, rollout } = await setUp();
    await tell('run-1');
    await tick(10);
    const ended = await rollout();
    expect(ended.state).toBe('applied');
    hcpTerraform.runs[0].status = 'errored';
    await tell(hcpTerraform.runs[0].id);
    await tell("' OR 1=1 --");
    expect(await rollout()).toEqual(ended);
  });

  it('waits as long as it has to after a failure, whatever it is told', async () => {
    const { tick, tell, hcpTerraform, rollout } = await setUp();
    await tick();
    hcpTerraform.errors = [new Error('No answer')];
    await tell('run-1');
    const failing = await rollout();
    await tell('run-1');
    expect(await rollout()).toEqual(failing);
  });

  it('doubles nothing when both replicas are told of all at once', async () => {
    const { tell, hcpTerraform, tick, rollout, logger } = await setUp({
      maxConcurrent: 1,
    });
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.all([
        tell('run-1'),
        tick(),
        tell('run-1'),
        tell('run-2'),
        tell('run-2'),
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
