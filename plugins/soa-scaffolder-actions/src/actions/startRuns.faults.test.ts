import { runAction, runsServices } from '../__testUtils__';
import { createStartRunsAction } from './startRuns';

const MINUTE_MS = 60_000;

function set() {
  const services = runsServices();
  const tfc = services.hcpTerraform;
  tfc.add('a');
  const action = createStartRunsAction(services);
  const checkpoints = new Map<string, unknown>();
  const run = (
    input: object = {},
    context: Parameters<typeof runAction>[2] = {},
  ) =>
    runAction(
      action,
      {
        componentRef: 'component:default/orders',
        operation: 'apply',
        workspaces: ['acme/a'],
        autoApply: true,
        ...input,
      },
      { checkpoints, ...context },
    );
  return { ...services, tfc, run, checkpoints };
}

describe('tfc:runs:start, where something goes wrong', () => {
  it.each([
    ['before', 2],
    ['after', 1],
  ] as const)(
    'starts one run where no answer came (%s it was done)',
    async (when, asked) => {
      const { run, tfc } = set();
      tfc.fail('createRun', 'unavailable', { when });
      const { outputs, log } = await run();
      expect(outputs.runs[0]).toMatchObject({
        runId: 'run-1',
        outcome: 'succeeded',
      });
      expect(tfc.runs).toHaveLength(1);
      expect(tfc.count('createRun')).toBe(asked);
      expect(log[0]).toMatch(/has not said whether it has started the run/);
    },
  );

  it('does not look for a run that was refused for its rate', async () => {
    const { run, tfc } = set();
    tfc.fail('createRun', 'unavailable', { status: 429 });
    await expect(run()).rejects.toThrow(
      'acme/a: No run was started: createRun: unavailable.',
    );
    expect(tfc.count('listRuns')).toBe(0);
    // Nothing is in the way of another try.
    const { outputs } = await run();
    expect(outputs.runs[0].runId).toBe('run-1');
  });

  it('gives up where HCP Terraform stays away, and says so', async () => {
    const { run, tfc } = set();
    tfc.fail('createRun', 'unavailable', { times: 3 });
    await expect(run()).rejects.toThrow(/No run was started: .*Retry the task/);
    expect(tfc.runs).toEqual([]);
  });

  it('follows the same run after a crash before it was written down', async () => {
    const { run, tfc, checkpoints } = set();
    // The process ends between the write and the checkpoint.
    tfc.before('getRun', () => {
      throw new Error('SIGKILL');
    });
    await expect(run()).rejects.toThrow('SIGKILL');
    expect(tfc.runs).toHaveLength(1);
    checkpoints.delete('run.apply.acme/a.1');
    const { outputs } = await run();
    expect(outputs.runs[0].runId).toBe('run-1');
    expect(tfc.runs).toHaveLength(1);
  });

  it('finds a run that waits behind another, which costs a list of runs', async () => {
    const { run, tfc, checkpoints } = set();
    tfc.runs.push({
      id: 'run-0',
      status: 'planned',
      workspaceId: 'ws-a',
      isConfirmable: true,
    });
    tfc.before('getRun', () => {
      throw new Error('SIGKILL');
    });
    await expect(run()).rejects.toThrow('SIGKILL');
    checkpoints.delete('run.apply.acme/a.1');
    const { outputs } = await run();
    expect(outputs.runs[0].runId).toBe('run-2');
    expect(tfc.runs).toHaveLength(2);
    expect(tfc.count('listRuns')).toBe(1);
  });

  it('takes no run for its own that is for something else', async () => {
    const { run, tfc, checkpoints } = set();
    checkpoints.set('ask.destroy.acme/a.1', { at: -10 * MINUTE_MS });
    tfc.runs.push({
      id: 'run-0',
      status: 'planned_and_finished',
      workspaceId: 'ws-a',
      message: 'Triggered via Backstage, task task-1/step/1',
      isConfirmable: false,
    });
    const { outputs } = await run({ operation: 'destroy' });
    expect(outputs.runs[0].runId).toBe('run-2');
  });

  it('goes on with what is left when it is retried, and doubles nothing', async () => {
    const { run, tfc } = set();
    tfc.add('b');
    tfc.before('applyRun', () => {});
    tfc.before('applyRun', () =>
      tfc.turn('run-2', { status: 'canceled', isConfirmable: false }),
    );
    const workspaces = ['acme/a', 'acme/b'];
    await expect(run({ workspaces, concurrency: 1 })).rejects.toThrow(
      /1 of 2 workspaces are not done\. acme\/b: Somebody canceled the run run-2/,
    );
    const { outputs } = await run({ workspaces, concurrency: 1 });
    expect(outputs.runs.map((one: any) => [one.runId, one.outcome])).toEqual([
      ['run-1', 'succeeded'],
      ['run-3', 'succeeded'],
    ]);
    expect(tfc.runs.map(({ message }) => message)).toEqual([
      'Triggered via Backstage, task task-1/step/1',
      'Triggered via Backstage, task task-1/step/1',
      'Triggered via Backstage, task task-1/step/2',
    ]);
  });

  it('goes on after answers that do not come, and says it once', async () => {
    const { run, tfc } = set();
    tfc.fail('getRun', 'unavailable', { times: 5 });
    const { log, outputs } = await run();
    expect(outputs.runs[0].outcome).toBe('succeeded');
    expect(log.filter(line => /Asking again/.test(line))).toHaveLength(1);
  });

  it('goes on where the answer to a confirmation is lost', async () => {
    const { run, tfc } = set();
    tfc.fail('applyRun', 'unavailable', { when: 'after' });
    const { outputs } = await run();
    expect(outputs.runs[0].outcome).toBe('succeeded');
    expect(tfc.count('applyRun')).toBe(1);
  });

  it('goes on with a run that somebody else has applied first', async () => {
    const { run, tfc } = set();
    tfc.before('applyRun', () =>
      tfc.turn('run-1', {
        status: 'applying',
        isConfirmable: false,
        isCancelable: true,
      }),
    );
    const { outputs } = await run();
    expect(outputs.runs[0].outcome).toBe('succeeded');
  });

  it('says it where somebody has deleted the workspace meanwhile', async () => {
    const { run, tfc } = set();
    tfc.before('createRun', () => {
      tfc.workspaces = [];
    });
    await expect(run()).rejects.toThrow(
      /No run was started: somebody has deleted the workspace, or the portal's token may not/,
    );
    const other = set();
    other.tfc.before('applyRun', () => {});
    other.tfc.before('getRun', () => {});
    other.tfc.before('getRun', () => {
      other.tfc.runs = [];
    });
    await expect(other.run()).rejects.toThrow(
      /The run run-1 is not to be found any more: somebody has deleted its workspace/,
    );
  });

  it('says it where the token may not apply, and leaves the run to people', async () => {
    const { run, tfc } = set();
    tfc.fail('applyRun', 'not-found-or-not-allowed');
    await expect(run()).rejects.toThrow(
      /has planned, and the portal's token may not apply it: .*write access to acme\/a\. The run run-1 is left/,
    );
    expect(tfc.runs[0].status).toBe('planned');
    // Once it may, the same run goes on.
    const { outputs } = await run();
    expect(outputs.runs[0].runId).toBe('run-1');
  });

  it('tells what a bad token is about', async () => {
    const { run, tfc } = set();
    tfc.fail('getRun', 'bad-token');
    await expect(run()).rejects.toThrow(
      'acme/a: getRun: bad-token. The run run-1 is left as it is',
    );
  });

  it('takes a status that nobody knows for not ended', async () => {
    const { run, tfc } = set();
    tfc.planning = ['pending', 'reticulating', 'splining'];
    const { outputs, log } = await run();
    expect(outputs.runs[0].outcome).toBe('succeeded');
    expect(log[1]).toMatch(/the run run-1 is reticulating/);
  });

  it('does not fail with what cannot be read of a plan', async () => {
    const { run, tfc } = set();
    tfc.fail('getPlan', 'not-found-or-not-allowed');
    tfc.fail('getCostEstimate', 'unavailable');
    tfc.fail('listPolicyEvaluations', 'invalid');
    const { outputs, log } = await run();
    expect(outputs.runs[0]).toEqual({
      workspace: 'acme/a',
      runId: 'run-1',
      url: 'https://tfc.test/a/run-1',
      status: 'applied',
      outcome: 'succeeded',
    });
    expect(log[3]).toMatch(/what it would do cannot be read/);
  });

  describe('with a run that waits for ever', () => {
    const waiting = () => {
      const it_ = set();
      it_.tfc.add('b');
      // Between these, it never gets to the end.
      it_.tfc.planning = Array.from({ length: 5_000 }, (_, i) => `step-${i}`);
      return it_;
    };

    it('ends in time, leaves it, and starts no other', async () => {
      const { run, tfc, clock } = waiting();
      await expect(
        run({
          workspaces: ['acme/a', 'acme/b'],
          concurrency: 1,
          maxWait: { minutes: 2 },
        }),
      ).rejects.toThrow(
        /acme\/a: The run run-1 had not ended in time: it was step-\d+\. It is left as it is: see https:\/\/tfc\.test\/a\/run-1, and retry the task to go on waiting for it\. Not started: acme\/b/,
      );
      expect(clock.now()).toBeLessThan(2 * MINUTE_MS + 10_000);
      expect(tfc.runs).toHaveLength(1);
      expect(tfc.count('cancelRun')).toBe(0);
      // It is waited for again, and not started again.
      await expect(run({ maxWait: { minutes: 1 } })).rejects.toThrow(/run-1/);
      expect(tfc.runs).toHaveLength(1);
    });

    it('ends it where that is wanted', async () => {
      const { run, tfc } = waiting();
      const input = { onTimeout: 'discard', maxWait: { minutes: 2 } };
      await expect(run(input)).rejects.toThrow(
        /had not ended in time: .* The run run-1 was canceled, so that nothing of it is applied/,
      );
      expect(tfc.runs[0].status).toBe('canceled');
      tfc.planning = ['pending', 'planning'];
      const { outputs } = await run(input);
      expect(outputs.runs[0].runId).toBe('run-2');
    });

    it('does not end one that applies', async () => {
      const { run, tfc } = set();
      tfc.before('applyRun', () =>
        tfc.turn('run-1', { status: 'applying', isConfirmable: false }),
      );
      await expect(
        run({ onTimeout: 'discard', maxWait: { minutes: 1 } }),
      ).rejects.toThrow(/The run run-1 is left as it is \(applying\)/);
      expect(tfc.count('cancelRun')).toBe(0);
    });
  });

  describe('when the task is cancelled', () => {
    const cancelled = async (
      prepare: (it_: ReturnType<typeof set>, cancel: () => void) => void,
    ) => {
      const it_ = set();
      const controller = new AbortController();
      const cancel = () => controller.abort(new Error('cancelled'));
      prepare(it_, cancel);
      const context = { signal: controller.signal };
      await expect(it_.run({}, context)).rejects.toThrow('cancelled');
      return it_;
    };

    it('ends a run that plans', async () => {
      const { tfc, run } = await cancelled(({ clock }, cancel) => {
        clock.onPause = cancel;
      });
      // It has planned between the look at it and its end.
      expect(tfc.count('cancelRun')).toBe(1);
      expect(tfc.runs[0].status).toBe('discarded');
      // A task that is retried begins anew.
      const { outputs } = await run();
      expect(outputs.runs[0].runId).toBe('run-2');
    });

    it('ends a run whose start it has not heard of', async () => {
      const { tfc } = await cancelled(({ tfc: fake }, cancel) => {
        fake.fail('createRun', 'unavailable', { when: 'after' });
        fake.before('findWorkspace', () => {});
        fake.before('findWorkspace', cancel);
      });
      expect(tfc.runs.map(({ status }) => status)).toEqual(['canceled']);
    });

    it('leaves a run that applies', async () => {
      const { tfc } = await cancelled(({ tfc: fake }, cancel) => {
        fake.before('applyRun', () => {
          fake.turn('run-1', {
            status: 'applying',
            isConfirmable: false,
            isCancelable: true,
          });
          cancel();
        });
      });
      expect(tfc.runs[0].status).toBe('applied');
      expect(tfc.count('cancelRun')).toBe(0);
    });
  });
});
