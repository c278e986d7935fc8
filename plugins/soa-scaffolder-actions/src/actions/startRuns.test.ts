import { runAction, runsServices } from '../__testUtils__';
import { createStartRunsAction } from './startRuns';

const componentRef = 'component:default/orders';
const MINUTE_MS = 60_000;

function set(options: { allowed?: string[] } = {}) {
  const services = runsServices(options);
  const tfc = services.hcpTerraform;
  tfc.add('a');
  tfc.add('b');
  tfc.add('c');
  const action = createStartRunsAction(services);
  const run = (
    input: object = {},
    context: Parameters<typeof runAction>[2] = {},
  ) =>
    runAction(
      action,
      {
        componentRef,
        operation: 'apply',
        workspaces: ['acme/a'],
        autoApply: true,
        ...input,
      },
      context,
    );
  return { ...services, tfc, run };
}

const all = ['acme/a', 'acme/b', 'acme/c'];

describe('tfc:runs:start', () => {
  it('applies, and tells what it does, costs and breaches', async () => {
    const { run, tfc, auditor } = set();
    const { outputs, log } = await run({ message: 'Hello' });

    expect(outputs).toEqual({
      runs: [
        {
          workspace: 'acme/a',
          runId: 'run-1',
          url: 'https://tfc.test/a/run-1',
          status: 'applied',
          outcome: 'succeeded',
          plan: { add: 3, change: 1, destroy: 0, import: 2 },
          cost: { delta: '12.5', proposed: '40.0' },
          policies: {
            passed: 4,
            advisoryFailed: 1,
            mandatoryFailed: 0,
            errored: 0,
          },
        },
      ],
      notStarted: [],
    });
    expect(log).toEqual([
      'acme/a: the run run-1 is pending https://tfc.test/a/run-1',
      'acme/a: the run run-1 is planning https://tfc.test/a/run-1',
      'acme/a: the run run-1 is planned https://tfc.test/a/run-1',
      'acme/a: 3 to add, 1 to change, 0 to destroy, 2 to import; +12.5 USD a month, which makes 40.0 USD; policies: 4 passed, 1 advisory failed https://tfc.test/a/run-1',
      'acme/a: confirmed the run run-1',
      'acme/a: the run run-1 is applying https://tfc.test/a/run-1',
      'acme/a: the run run-1 is applied https://tfc.test/a/run-1',
    ]);
    expect(tfc.runs[0].message).toBe('Hello, task task-1/step/1');
    expect(
      auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => [
        eventId,
        meta!.workspace,
        meta!.initiator,
      ]),
    ).toEqual([
      ['run-start', 'acme/a', 'user:default/guest'],
      ['run-confirm', 'acme/a', 'user:default/guest'],
    ]);
  });

  it('reads what a plan says once, and asks for no list of runs', async () => {
    const { run, tfc } = set();
    await run({ workspaces: all });
    expect(tfc.count('getPlan')).toBe(3);
    expect(tfc.count('listRuns')).toBe(0);
  });

  it.each([
    ['plan', { planOnly: true }],
    ['refresh-only', { refreshOnly: true }],
    ['destroy', { isDestroy: true }],
  ])('starts a run to %s, of what was uploaded', async (operation, flags) => {
    const { run, tfc } = set();
    const { outputs } = await run({
      operation,
      configurationVersions: { 'acme/a': 'cv-1' },
    });
    expect(outputs.runs[0].outcome).toBe('succeeded');
    expect(tfc.runs[0]).toMatchObject({
      ...flags,
      configurationVersionId: 'cv-1',
    });
  });

  it.each([
    ['plan', 'soa.workspace.plan'],
    ['apply', 'soa.workspace.apply'],
    ['refresh-only', 'soa.workspace.apply'],
    ['destroy', 'soa.workspace.destroy'],
  ])('needs for %s the permission %s', async (operation, permission) => {
    const others = ['plan', 'apply', 'destroy']
      .map(name => `soa.workspace.${name}`)
      .filter(name => name !== permission);
    const { run, tfc } = set({ allowed: others });
    await expect(run({ operation })).rejects.toThrow(
      `ask for the permission ${permission}`,
    );
    expect(tfc.runs).toEqual([]);
    await set({ allowed: [permission] }).run({ operation });
  });

  it('touches nothing if one workspace is another component’s, or not there', async () => {
    const { run, tfc } = set();
    tfc.add('foreign', { tagBindings: { 'soa-component': 'cart' } });
    tfc.add('untagged', { tagBindings: {} });
    await expect(
      run({ workspaces: ['acme/a', 'acme/foreign'] }),
    ).rejects.toThrow(/say that it is component:default\/cart's/);
    await expect(
      run({ workspaces: ['acme/a', 'acme/untagged'] }),
    ).rejects.toThrow(/do not say whose it is/);
    await expect(run({ workspaces: ['acme/a', 'acme/none'] })).rejects.toThrow(
      /there is no acme\/none, .*tfc:workspaces:ensure/,
    );
    expect(tfc.runs).toEqual([]);
  });

  it.each([
    [{ workspaces: ['a'] }, /^workspaces, entry 1: write organization\/name/],
    [{ workspaces: ['acme/a', 'acme/a'] }, /acme\/a is named twice/],
    [{ configurationVersions: { 'acme/b': 'cv-1' } }, /acme\/b is none of/],
    [{ configurationVersions: { 'acme/a': 'x' } }, /configuration version/],
    [{ componentRef: 'component:default/none' }, /there is no component/],
    [{ concurrency: 0 }, /^concurrency/],
    [{ maxWait: { days: 1 } }, /^maxWait/],
  ])('refuses %j', async (input, message) => {
    const { run, tfc } = set();
    await expect(run(input)).rejects.toThrow(message);
    expect(tfc.runs).toEqual([]);
  });

  describe('in production', () => {
    const production = (autoApply: boolean) => {
      const it_ = set();
      it_.tfc.add('p', { autoApply }, 'prod');
      it_.tfc.add('q', { autoApply }, 'of another portal');
      return it_;
    };

    it.each(['acme/p', 'acme/q'])(
      'waits for a person, with a link, in %s',
      async workspace => {
        const { run, tfc } = production(false);
        const done = run({ workspaces: [workspace] });
        await expect(done).rejects.toThrow(
          /had not ended in time: it was planned and waits for somebody to confirm it\. It is left as it is: see https:\/\/tfc\.test\/[pq]\/run-1, and retry/,
        );
        expect(tfc.count('applyRun')).toBe(0);
        expect(tfc.runs[0].status).toBe('planned');
      },
    );

    it('goes on as soon as a person has confirmed', async () => {
      const { run, tfc, clock } = production(false);
      clock.onPause = time => {
        if (time > 10 * MINUTE_MS && tfc.runs[0].isConfirmable) {
          tfc.turn('run-1', { status: 'applied', isConfirmable: false });
        }
      };
      const { outputs, log } = await run({ workspaces: ['acme/p'] });
      expect(outputs.runs[0].outcome).toBe('succeeded');
      expect(log.filter(line => /waits for somebody/.test(line))).toEqual([
        'acme/p: the run run-1 waits for somebody to confirm it: https://tfc.test/p/run-1',
      ]);
    });

    it('confirms where the workspace itself applies without people', async () => {
      const { run } = production(true);
      const { outputs } = await run({ workspaces: ['acme/p'] });
      expect(outputs.runs[0].outcome).toBe('succeeded');
    });

    it('waits for a person where nobody asked for anything else', async () => {
      const { run, tfc } = production(true);
      await expect(
        run({ workspaces: ['acme/p'], autoApply: false }),
      ).rejects.toThrow(/waits for somebody to confirm it/);
      expect(tfc.count('applyRun')).toBe(0);
    });
  });

  it('stops at the first failure, and says what was and was not done', async () => {
    const { run, tfc } = set();
    tfc.add('d');
    tfc.before('applyRun', () => {});
    tfc.before('applyRun', () =>
      tfc.turn('run-2', { status: 'discarded', isConfirmable: false }),
    );
    await expect(
      run({ workspaces: [...all, 'acme/d'], concurrency: 1 }),
    ).rejects.toThrow(
      '3 of 4 workspaces are not done. acme/b: Somebody discarded the run run-2 in HCP Terraform, so it is not applied. Start again to apply it. Not started: acme/c, acme/d. Done: acme/a. Retry the task to go on with what is not done.',
    );
    expect(tfc.runs).toHaveLength(2);
  });

  it('has no more runs at a time than it is told', async () => {
    const { run, tfc, clock } = set();
    let most = 0;
    clock.onPause = () => {
      const open = tfc.runs.filter(({ status }) => status !== 'applied');
      most = Math.max(most, open.length);
    };
    await run({ workspaces: all, concurrency: 2 });
    expect(most).toBe(2);
  });

  it('says in a dry run what it would do, and writes nothing', async () => {
    const { run, tfc, auditor } = set();
    tfc.add('p', {}, 'prod');
    const { log, outputs } = await run(
      { workspaces: ['acme/a', 'acme/p', 'acme/none'] },
      { isDryRun: true },
    );
    expect(log).toEqual([
      "acme/none: unknown. It is not there yet, or the portal's token may not see it.",
      'acme/a: would start a run to apply, and confirm it https://tfc.test/a',
      'acme/p: would start a run to apply, and wait for somebody to confirm it, as this is production https://tfc.test/p',
    ]);
    expect(outputs.runs).toEqual([]);
    tfc.fail('findWorkspace', 'unavailable');
    expect((await run({}, { isDryRun: true })).log).toEqual([
      'acme/a: unknown. findWorkspace: unavailable',
    ]);
    expect(tfc.runs).toEqual([]);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });
});
