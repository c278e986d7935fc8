import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { runAction, runsServices } from '../__testUtils__';
import { createDestroyWorkspacesAction } from './destroyWorkspaces';

function set(options: { allowed?: string[] } = {}) {
  const services = runsServices(options);
  const tfc = services.hcpTerraform;
  tfc.add('a');
  tfc.add('b');
  const action = createDestroyWorkspacesAction(services);
  const checkpoints = new Map<string, unknown>();
  const run = (
    input: object = {},
    context: Parameters<typeof runAction>[2] = {},
  ) =>
    runAction(
      action,
      {
        componentRef: 'component:default/orders',
        workspaces: ['acme/a', 'acme/b'],
        concurrency: 1,
        ...input,
      },
      { checkpoints, ...context },
    );
  return { ...services, tfc, run };
}

const outcomes = (outputs: Record<string, any>) =>
  outputs.workspaces.map((one: any) => [one.workspace, one.outcome]);

describe('tfc:workspaces:destroy', () => {
  it('destroys what they have made, then deletes them, and records it', async () => {
    const { run, tfc, auditor } = set();
    const { outputs, log } = await run();
    expect(outcomes(outputs)).toEqual([
      ['acme/a', 'deleted'],
      ['acme/b', 'deleted'],
    ]);
    expect(tfc.workspaces).toEqual([]);
    expect(tfc.runs.map(({ isDestroy }) => isDestroy)).toEqual([true, true]);
    expect(log).toContain('acme/a: deleted, with all that it had made');
    expect(
      auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
    ).toEqual([
      'run-start',
      'run-confirm',
      'workspace-delete',
      'run-start',
      'run-confirm',
      'workspace-delete',
    ]);
  });

  it('needs the permission to destroy', async () => {
    const { run, tfc } = set({
      allowed: ['soa.workspace.plan', 'soa.workspace.apply'],
    });
    await expect(run()).rejects.toThrow(
      'ask for the permission soa.workspace.destroy',
    );
    expect(tfc.runs).toEqual([]);
  });

  it('destroys nothing in production that nobody has confirmed by name', async () => {
    const { run, tfc } = set();
    tfc.add('p', {}, 'prod');
    const workspaces = ['acme/a', 'acme/p'];
    await expect(run({ workspaces })).rejects.toThrow(
      /confirm: acme\/p is in production: .* type the name of the service, orders\. Nothing was destroyed/,
    );
    await expect(run({ workspaces, confirm: 'order' })).rejects.toThrow(
      /confirm: "order" is not the name of the service/,
    );
    expect(tfc.runs).toEqual([]);
    const { outputs } = await run({ workspaces, confirm: 'orders' });
    expect(outcomes(outputs)).toEqual([
      ['acme/a', 'deleted'],
      ['acme/p', 'deleted'],
    ]);
  });

  it("never touches another component's workspace", async () => {
    const { run, tfc } = set();
    tfc.add('foreign', { tagBindings: { 'soa-component': 'cart' } });
    await expect(
      run({ workspaces: ['acme/a', 'acme/foreign'] }),
    ).rejects.toThrow(/component:default\/cart's/);
    expect(tfc.runs).toEqual([]);
  });

  it('has nothing to do where they are gone', async () => {
    const { run, tfc } = set();
    tfc.workspaces = [];
    const { outputs, log } = await run();
    expect(outcomes(outputs)).toEqual([
      ['acme/a', 'gone'],
      ['acme/b', 'gone'],
    ]);
    expect(log[0]).toMatch(/acme\/a: nothing to do, it is gone already/);
    expect(tfc.count('createRun')).toBe(0);
  });

  it('deletes a workspace that has made nothing without a run', async () => {
    const { run, tfc } = set();
    tfc.workspaces[0].resourceCount = 0;
    await run({ workspaces: ['acme/a'] });
    expect(tfc.runs).toEqual([]);
    expect(tfc.workspaces.map(({ name }) => name)).toEqual(['b']);
  });

  it('destroys what has come into one that seemed empty', async () => {
    const { run, tfc } = set();
    tfc.workspaces[0].resourceCount = 0;
    tfc.before('safeDeleteWorkspace', () => {
      tfc.workspaces[0].resourceCount = 2;
    });
    const { outputs } = await run({ workspaces: ['acme/a'] });
    expect(outcomes(outputs)).toEqual([['acme/a', 'deleted']]);
    expect(tfc.runs).toHaveLength(1);
  });

  it('waits until the state is read after the run', async () => {
    const { run, tfc } = set();
    tfc.fail('safeDeleteWorkspace', 'conflict', { times: 3 });
    const { outputs } = await run({ workspaces: ['acme/a'] });
    expect(outcomes(outputs)).toEqual([['acme/a', 'deleted']]);
  });

  it('says how many resources are left, and what was not touched', async () => {
    const { run, tfc } = set();
    tfc.add('c');
    for (let time = 0; time < 20; time += 1) {
      tfc.before('safeDeleteWorkspace', () => {
        tfc.workspaces[0].resourceCount = 2;
      });
    }
    await expect(run({ workspaces: ['acme/a', 'acme/c'] })).rejects.toThrow(
      /Not all of it is gone\. Left: acme\/a: The destroy run has ended, and 2 resources are left in it: .* Not touched: acme\/c\. Retry the task/,
    );
    expect(tfc.runs).toHaveLength(1);
  });

  it('says it where one is locked', async () => {
    const { run, tfc } = set();
    tfc.fail('safeDeleteWorkspace', 'conflict', { times: 7 });
    await expect(run()).rejects.toThrow(/acme\/a: .* as it is locked, or/);
  });

  it.each(['before', 'after'] as const)(
    'goes on where no answer came (%s it was done)',
    async when => {
      const { run, tfc } = set();
      tfc.fail('safeDeleteWorkspace', 'unavailable', { when });
      const { outputs } = await run();
      expect(outcomes(outputs)).toEqual([
        ['acme/a', 'deleted'],
        ['acme/b', 'deleted'],
      ]);
    },
  );

  it('takes one for deleted that somebody else has deleted first', async () => {
    const { run, tfc } = set();
    tfc.before('safeDeleteWorkspace', () => {
      tfc.workspaces = tfc.workspaces.filter(({ name }) => name !== 'a');
    });
    const { outputs } = await run();
    expect(outcomes(outputs)[0]).toEqual(['acme/a', 'deleted']);
  });

  it('says it where the token may not delete', async () => {
    const { run, tfc } = set();
    tfc.fail('safeDeleteWorkspace', 'not-found-or-not-allowed');
    await expect(run()).rejects.toThrow(
      /Left: acme\/a: The portal's token may not delete acme\/a: give its team admin access/,
    );
  });

  it('goes on with what is left when it is retried', async () => {
    const { run, tfc } = set();
    tfc.before('applyRun', () => {});
    tfc.before('applyRun', () =>
      tfc.turn('run-2', { status: 'errored', isConfirmable: false }),
    );
    await expect(run()).rejects.toThrow(
      /Left: acme\/b: The run ended as "errored".* Gone: acme\/a/,
    );
    const { outputs } = await run();
    expect(outcomes(outputs)).toEqual([
      ['acme/b', 'deleted'],
      ['acme/a', 'gone'],
    ]);
    expect(tfc.runs).toHaveLength(3);
  });

  it('leaves a run that does not end in time, and says so', async () => {
    const { run, tfc } = set();
    tfc.planning = Array.from({ length: 5_000 }, (_, index) => `step-${index}`);
    await expect(run({ maxWait: { minutes: 1 } })).rejects.toThrow(
      /Left: acme\/a: The run run-1 had not ended in time.* Not touched: acme\/b/,
    );
    expect(tfc.workspaces).toHaveLength(2);
  });

  describe('when the task is cancelled', () => {
    const cancelled = async (
      prepare: (it_: ReturnType<typeof set>, cancel: () => void) => void,
    ) => {
      const it_ = set();
      const controller = new AbortController();
      prepare(it_, () => controller.abort(new Error('cancelled')));
      await expect(it_.run({}, { signal: controller.signal })).rejects.toThrow(
        /^cancelled$/,
      );
      return it_;
    };

    it('ends a run that it has not confirmed, and destroys nothing', async () => {
      const { tfc, delivery, run } = await cancelled(({ tfc: fake }, cancel) =>
        fake.before('applyRun', () => {
          cancel();
          // As the client does, which sends it no more.
          throw new Error('cancelled');
        }),
      );
      expect(tfc.runs.map(({ status }) => status)).toEqual(['discarded']);
      expect(tfc.workspaces.map(({ name }) => name)).toEqual(['a', 'b']);
      expect(delivery.removeAccess).not.toHaveBeenCalled();
      const { outputs } = await run();
      expect(outcomes(outputs)).toEqual([
        ['acme/a', 'deleted'],
        ['acme/b', 'deleted'],
      ]);
      expect(outputs.workspaces[0].runId).toBe('run-2');
    });

    it('leaves a run that it has confirmed, and goes on with it later', async () => {
      const { tfc, delivery, run } = await cancelled(({ tfc: fake }, cancel) =>
        fake.before('applyRun', cancel),
      );
      expect(tfc.count('cancelRun') + tfc.count('discardRun')).toBe(0);
      expect(tfc.workspaces.map(({ name }) => name)).toEqual(['a', 'b']);
      expect(delivery.removeAccess).not.toHaveBeenCalled();
      const { outputs } = await run();
      expect(outcomes(outputs)).toEqual([
        ['acme/a', 'deleted'],
        ['acme/b', 'deleted'],
      ]);
      expect(tfc.runs).toHaveLength(2);
    });

    it('does not wait for a catalog that hangs', async () => {
      const { tfc } = await cancelled(({ catalog }, cancel) => {
        jest.spyOn(catalog, 'getEntityByRef').mockImplementation(() => {
          setImmediate(cancel);
          return new Promise(() => {});
        });
      });
      expect(tfc.runs).toEqual([]);
    });
  });

  describe('deploy access', () => {
    const accessOf = (outputs: Record<string, any>) =>
      outputs.workspaces.map((one: any) => [one.workspace, one.access]);
    const entry = (workspace: string) => ({
      workspace,
      account: '111122223333',
      state: 'waiting' as const,
    });

    it('goes with each workspace, as the initiator, once that is deleted', async () => {
      const { run, tfc, delivery } = set();
      const left: string[][] = [];
      delivery.removeAccess.mockImplementation(async ({ workspace }) => {
        left.push(tfc.workspaces.map(({ name }) => name));
        return { items: workspace === 'acme/a' ? [entry(workspace)] : [] };
      });
      const { outputs, log } = await run();
      expect(delivery.removeAccess.mock.calls).toEqual(
        ['acme/a', 'acme/b'].map(workspace => [
          { componentRef: 'component:default/orders', workspace },
          expect.objectContaining({
            credentials: mockCredentials.user('user:default/guest'),
          }),
        ]),
      );
      expect(left).toEqual([['b'], []]);
      expect(accessOf(outputs)).toEqual([
        ['acme/a', 'going'],
        ['acme/b', 'gone'],
      ]);
      expect(log).toContain(
        "acme/a: its deploy access is taken away by its account's access workspace",
      );
    });

    it('stays with a workspace that is not deleted', async () => {
      const { run, tfc, delivery } = set();
      tfc.fail('safeDeleteWorkspace', 'not-found-or-not-allowed');
      await expect(run()).rejects.toThrow('may not delete acme/a');
      expect(delivery.removeAccess).not.toHaveBeenCalled();
    });

    it('is asked for again where it failed once the workspace was gone', async () => {
      const { run, tfc, delivery } = set();
      delivery.removeAccess.mockRejectedValueOnce(new Error('No answer'));
      await expect(run()).rejects.toThrow(
        'Not all of it is gone. Left: the deploy access of acme/a: No answer. Gone: acme/a, acme/b. Retry the task to go on with what is left.',
      );
      expect(tfc.workspaces).toEqual([]);
      const { outputs } = await run();
      expect(accessOf(outputs)).toEqual([
        ['acme/a', 'gone'],
        ['acme/b', 'gone'],
      ]);
      // What was done is not done again.
      expect(
        delivery.removeAccess.mock.calls.map(([{ workspace }]) => workspace),
      ).toEqual(['acme/a', 'acme/b', 'acme/a']);
      expect(tfc.runs).toHaveLength(2);
    });

    it('is asked for by a task that was cut off in between', async () => {
      const { run, delivery } = set();
      const stopping = new AbortController();
      delivery.removeAccess.mockImplementationOnce(async () => {
        stopping.abort(new Error('The backend stops'));
        throw new Error('No answer');
      });
      await expect(run({}, { signal: stopping.signal })).rejects.toThrow(
        'The backend stops',
      );
      const { outputs } = await run();
      expect(outputs.workspaces.map((one: any) => one.access)).toEqual([
        'gone',
        'gone',
      ]);
    });

    it('is asked for where the workspace was gone before', async () => {
      const { run, tfc, delivery } = set();
      tfc.workspaces = [];
      delivery.removeAccess.mockImplementation(async ({ workspace }) => ({
        items: [entry(workspace!)],
      }));
      const { outputs } = await run();
      expect(accessOf(outputs)).toEqual([
        ['acme/a', 'going'],
        ['acme/b', 'going'],
      ]);
    });

    it('is left with a workspace that may only not be seen, which is not called gone', async () => {
      const { run, tfc, delivery } = set();
      tfc.workspaces = tfc.workspaces.filter(({ name }) => name !== 'b');
      delivery.removeAccess.mockImplementation(async ({ workspace }) => {
        if (workspace === 'acme/b') {
          throw new ConflictError('The token sees neither: let it see both.');
        }
        return { items: [] };
      });
      await expect(run()).rejects.toThrow(
        'Not all of it is gone. Left: the deploy access of acme/b: The token sees neither: let it see both. Gone: acme/a. Retry the task to go on with what is left.',
      );
    });

    it('is told of in a dry run, and left', async () => {
      const { run, delivery } = set();
      delivery.listAccess.mockResolvedValueOnce({
        items: [entry('acme/a'), entry('acme/other')],
      });
      const { log } = await run({}, { isDryRun: true });
      expect(log).toContain(
        'acme/a: would lose its deploy access in 111122223333',
      );
      expect(log.join()).not.toContain('acme/other');
      delivery.listAccess.mockRejectedValueOnce(new Error('No answer'));
      const { log: unknown } = await run({}, { isDryRun: true });
      expect(unknown).toContain(
        'The deploy access of component:default/orders: unknown. No answer',
      );
      expect(delivery.removeAccess).not.toHaveBeenCalled();
    });
  });

  it('says in a dry run what it would destroy, and writes nothing', async () => {
    const { run, tfc } = set();
    const { log } = await run(
      { workspaces: ['acme/a', 'acme/none'] },
      { isDryRun: true },
    );
    expect(log).toEqual([
      "acme/none: nothing to do, it is gone already, or the portal's token may not see it",
      'acme/a: would destroy 9 resources, and be deleted https://tfc.test/a',
    ]);
    expect(tfc.runs).toEqual([]);
    expect(tfc.count('safeDeleteWorkspace')).toBe(0);
  });
});
