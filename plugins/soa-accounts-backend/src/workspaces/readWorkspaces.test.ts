import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformWorkspace } from '@backstage-soa/plugin-soa-node';
import {
  FakeHcpTerraform,
  ordersWorkspace,
} from '../__testUtils__/FakeHcpTerraform';
import { RemovalLimit } from '../reading';
import { readWorkspaces } from './readWorkspaces';
import type { WorkspaceReading } from './WorkspaceReading';

describe('readWorkspaces', () => {
  let tfc: FakeHcpTerraform;
  let known: Map<string, WorkspaceReading>;

  const read = async (options: { percentage?: number } = {}) => {
    const saves: WorkspaceReading[][] = [];
    const ids = () => saves.flat().map(({ workspace }) => workspace.id);
    const save = async (readings: WorkspaceReading[]) => {
      saves.push(readings);
      for (const reading of readings) {
        known.set(reading.workspace.id, reading);
      }
    };
    tfc.calls = [];
    const { gone, warnings } = await readWorkspaces({
      client: tfc.client(),
      known: new Map(known),
      limit: new RemovalLimit(options.percentage ?? 20),
      save,
    });
    gone.forEach(id => known.delete(id));
    const calls = tfc.calls.filter(call => call !== 'workspaces');
    return { readings: saves.flat(), saves, ids: ids(), gone, warnings, calls };
  };

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      ordersWorkspace({ id: `ws-${index}`, name: `name-${index}` }),
    );

  const unavailable = (status?: number) =>
    new HcpTerraformError('unavailable', 'down', status);
  const notAllowed = new HcpTerraformError(
    'not-found-or-not-allowed',
    'not found, or not allowed',
    404,
  );

  beforeEach(() => {
    known = new Map();
    tfc = new FakeHcpTerraform();
    tfc.workspaces = [ordersWorkspace()];
    const variable = (key: string, value: string) => ({
      id: key,
      key,
      value,
      category: 'env' as const,
      hcl: false,
      sensitive: false,
    });
    tfc.variables['ws-orders1'] = [
      variable('TFC_AWS_PLAN_ROLE_ARN', 'arn:plan'),
      variable('TFC_AWS_APPLY_ROLE_ARN', 'arn:apply'),
    ];
    tfc.outputs['ws-orders1'] = [
      { name: 'service_arn', sensitive: false, value: 'arn:service' },
      { name: 'password', sensitive: true, value: 'secret' },
    ];
  });

  it('reads placement, run, roles and outputs, and no secret', async () => {
    const { readings } = await read();
    expect(readings).toEqual([
      {
        versions: {
          variables: expect.any(String),
          outputs: expect.any(String),
        },
        workspace: expect.objectContaining({
          id: 'ws-orders1',
          componentRef: 'component:default/orders',
          placement: {
            environment: 'prod',
            account: '111122223333',
            region: 'us-east-1',
            runtime: 'ecs-fargate',
          },
          currentRun: {
            id: 'run-1',
            status: 'applied',
            url: 'https://tfc.test/orders-prod-use1/run-1',
          },
          roles: { plan: 'arn:plan', apply: 'arn:apply' },
          entityRef: 'resource:default/ws-orders1',
        }),
        outputs: [
          { name: 'service_arn', sensitive: false, value: 'arn:service' },
          { name: 'password', sensitive: true },
        ],
      },
    ]);
  });

  it('asks for variables and outputs when a run begins and when it ends', async () => {
    const details = ['variables ws-orders1', 'outputs ws-orders1'];
    expect((await read()).calls).toEqual(details);
    expect((await read()).calls).toEqual([]);
    const running = (status: string) => {
      tfc.workspaces = [
        ordersWorkspace({
          currentRun: { id: 'run-2', status, isConfirmable: false },
        }),
      ];
    };
    running('planning');
    expect((await read()).calls).toEqual(details);
    running('applying');
    const { calls, readings } = await read();
    expect(calls).toEqual([]);
    expect(readings[0].workspace.currentRun?.status).toBe('applying');
    expect(readings[0].workspace.roles.plan).toBe('arn:plan');
    running('applied');
    expect((await read()).calls).toEqual(details);
  });

  it('keeps what was known of a workspace whose state is processed, and tries again', async () => {
    await read();
    tfc.workspaces = [
      ordersWorkspace({ latestChangeAt: 'later' }),
      ordersWorkspace({ id: 'ws-2', name: 'other' }),
    ];
    tfc.variables['ws-orders1'] = [];
    tfc.failures.set('outputs ws-orders1', unavailable(503));
    const { readings, warnings, ids } = await read();
    expect(ids).toEqual(['ws-orders1', 'ws-2']);
    expect(readings[0].outputs).toHaveLength(2);
    expect(readings[0].workspace.lastAppliedAt).toBe('later');
    expect(readings[0].workspace.roles).toEqual({});
    expect(warnings).toEqual([
      expect.stringMatching(/^workspace orders-prod-use1: its outputs .*down/),
    ]);
    tfc.failures.clear();
    tfc.outputs['ws-orders1'] = [];
    expect((await read()).readings[0].outputs).toEqual([]);
    expect((await read()).calls).toEqual([]);
  });

  it.each([
    ['the token is not accepted', new HcpTerraformError('bad-token', 'no')],
    ['nobody answers', unavailable()],
  ])('fails as a whole where %s', async (_name, failure) => {
    tfc.failures.set('outputs ws-orders1', failure);
    await expect(read()).rejects.toBe(failure);
  });

  it('fails as a whole where one after another fails', async () => {
    tfc.workspaces = many(100);
    for (const { id } of tfc.workspaces) {
      tfc.failures.set(`variables ${id}`, unavailable(500));
    }
    await expect(read()).rejects.toThrow('down');
    expect(tfc.calls.length).toBeLessThan(100);
  });

  it('does not fail as a whole where every second one fails', async () => {
    tfc.workspaces = many(200);
    tfc.workspaces
      .filter((_, index) => index % 2 === 0)
      .forEach(({ id }) => tfc.failures.set(`outputs ${id}`, unavailable(503)));
    expect((await read()).warnings).toHaveLength(100);
  });

  it('hands over what it has read so far', async () => {
    tfc.workspaces = many(250);
    tfc.failures.set('outputs ws-249', unavailable());
    await expect(read()).rejects.toThrow('down');
    expect(known.size).toBe(200);
    tfc.failures.clear();
    const { saves, calls } = await read();
    expect(saves.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(calls).toHaveLength(100);
  });

  it('reads some at once', async () => {
    tfc.workspaces = many(30);
    let running = 0;
    let most = 0;
    const client = tfc.client();
    client.listVariables = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return [];
    };
    jest.spyOn(tfc, 'client').mockReturnValue(client);
    await read();
    expect(most).toBe(10);
  });

  describe('where something may not be read', () => {
    const state = (change: Partial<HcpTerraformWorkspace>) => {
      tfc.workspaces = [
        ordersWorkspace({ latestChangeAt: 'later', ...change }),
      ];
      tfc.failures.set('outputs ws-orders1', notAllowed);
    };

    it('keeps roles', async () => {
      await read();
      tfc.workspaces = [ordersWorkspace({ latestChangeAt: 'later' })];
      tfc.failures.set('variables ws-orders1', notAllowed);
      tfc.outputs['ws-orders1'] = [];
      const { readings, warnings } = await read();
      expect(readings[0].workspace.roles.plan).toBe('arn:plan');
      expect(readings[0].outputs).toEqual([]);
      expect(warnings).toEqual([expect.stringContaining('its variables')]);
    });

    it.each(['variables', 'outputs'])(
      'soon stops asking for %s that no workspace gives, and warns once',
      async kind => {
        tfc.workspaces = many(200).map(one => ({ ...one, resourceCount: 1 }));
        tfc.workspaces.forEach(({ id }) =>
          tfc.failures.set(`${kind} ${id}`, notAllowed),
        );
        const asked = (calls: string[], what: string) =>
          calls.filter(call => call.startsWith(what)).length;
        const other = kind === 'outputs' ? 'variables' : 'outputs';
        const first = await read();
        expect(asked(first.calls, kind)).toBeLessThan(50);
        expect(asked(first.calls, other)).toBe(200);
        expect(first.warnings).toEqual([
          expect.stringMatching(
            new RegExp(
              `^the ${kind} of 200 workspaces .*: let the token's team read `,
            ),
          ),
        ]);
        const second = await read();
        expect(asked(second.calls, kind)).toBeLessThan(50);
        expect(asked(second.calls, other)).toBe(0);
        expect(second.warnings).toEqual(first.warnings);
        tfc.failures.clear();
        expect(asked((await read()).calls, kind)).toBe(200);
      },
    );

    it('asks on where one workspace in ten gives what it has', async () => {
      tfc.workspaces = many(200).map(one => ({ ...one, resourceCount: 1 }));
      tfc.workspaces
        .filter((_, index) => index % 10 > 0)
        .forEach(({ id }) => tfc.failures.set(`outputs ${id}`, notAllowed));
      expect((await read()).warnings).toHaveLength(180);
    });

    it('keeps outputs', async () => {
      await read();
      state({});
      const { readings, warnings } = await read();
      expect(readings[0].outputs).toHaveLength(2);
      expect(warnings).toEqual([expect.stringContaining('its outputs')]);
    });

    it.each([{ currentStateVersionId: 'sv-1' }, { resourceCount: 3 }])(
      'says so of a new workspace that has a state: %p',
      async change => {
        state(change);
        expect((await read()).warnings).toEqual([
          expect.stringContaining('its outputs'),
        ]);
      },
    );

    it('takes a workspace without a state for one without outputs', async () => {
      state({ resourceCount: 0 });
      const { readings, warnings } = await read();
      expect(readings[0].outputs).toEqual([]);
      expect(warnings).toEqual([]);
      expect((await read()).calls).toEqual([]);
    });
  });

  describe('where the list is shorter than it was', () => {
    beforeEach(async () => {
      tfc.workspaces = many(40);
      await read();
    });

    it('asks for those that are missing, and drops those that are gone', async () => {
      const [moved, gone, again, ...listed] = tfc.workspaces;
      tfc.workspaces = listed;
      tfc.unlisted = [
        { ...moved, latestChangeAt: 'later' },
        { ...again, id: 'ws-made-again' },
      ];
      const read2 = await read();
      expect(read2.gone).toEqual([gone.id, again.id]);
      expect(read2.readings.at(-1)!.workspace).toMatchObject({
        id: moved.id,
        lastAppliedAt: 'later',
      });
    });

    it('drops nothing where it cannot ask', async () => {
      const [{ name }] = tfc.workspaces.splice(0, 1);
      tfc.failures.set(`workspace ${name}`, unavailable(500));
      await expect(read()).rejects.toThrow('down');
    });

    it('does not believe that many are gone, and keeps what it has read', async () => {
      tfc.workspaces = [
        ...tfc.workspaces.slice(0, 31).map(one => ({
          ...one,
          latestChangeAt: 'later',
        })),
        ordersWorkspace({ id: 'ws-new', name: 'new' }),
      ];
      await expect(read()).rejects.toThrow(
        /^at least 9 of 40 known workspaces are not there .* check what the token/,
      );
      expect(known.get('ws-new')).toBeDefined();
      expect(known.get('ws-0')!.workspace.lastAppliedAt).toBe('later');
      expect((await read({ percentage: 100 })).gone).toHaveLength(9);
    });

    it('does not believe that all are gone, however few', async () => {
      known = new Map([...known].slice(0, 1));
      tfc.workspaces = [];
      await expect(read()).rejects.toThrow('at least 1 of 1 known workspaces');
      tfc.workspaces = [ordersWorkspace()];
      expect((await read()).gone).toHaveLength(1);
    });
  });

  it('fails where the list cannot be read to its end', async () => {
    tfc.listFailure = new Error('second page');
    await expect(read()).rejects.toThrow('second page');
  });

  describe('where details come with the list', () => {
    beforeEach(() => {
      tfc.givesDetails = true;
    });

    it('asks for nothing else, and keeps no secret', async () => {
      tfc.workspaces = [ordersWorkspace(), ...many(250)];
      const { readings, calls, warnings } = await read();
      expect(readings).toHaveLength(251);
      expect(calls).toEqual([]);
      expect(warnings).toEqual([]);
      expect(readings[0].workspace.roles.plan).toBe('arn:plan');
      expect(readings[0].outputs).toEqual([
        { name: 'service_arn', sensitive: false, value: 'arn:service' },
        { name: 'password', sensitive: true },
      ]);
      expect((await read()).calls).toEqual([]);
    });

    it('takes what is new of them without a run', async () => {
      await read();
      tfc.outputs['ws-orders1'] = [
        { name: 'url', sensitive: false, value: 'https://orders' },
      ];
      tfc.variables['ws-orders1'] = [];
      const { readings } = await read();
      expect(readings[0].outputs).toHaveLength(1);
      expect(readings[0].workspace.roles).toEqual({});
    });

    it('asks before it believes that outputs are gone', async () => {
      await read();
      const { 'ws-orders1': outputs } = tfc.outputs;
      tfc.outputs = {};
      tfc.workspaces = [ordersWorkspace({ latestChangeAt: 'later' })];
      tfc.failures.set('outputs ws-orders1', unavailable(503));
      expect((await read()).readings[0].outputs).toHaveLength(outputs.length);
      tfc.failures.clear();
      const { readings, calls } = await read();
      expect(calls).toEqual(['outputs ws-orders1']);
      expect(readings[0].outputs).toEqual([]);
      expect((await read()).calls).toEqual([]);
    });

    it('asks for nothing again that stops coming with it', async () => {
      await read();
      tfc.givesDetails = false;
      const { readings, calls } = await read();
      expect(calls).toEqual([]);
      expect(readings[0].outputs).toHaveLength(2);
      expect(readings[0].workspace.roles.plan).toBe('arn:plan');
    });
  });

  describe('where details do not come with the list', () => {
    const silent = { mayReadVariables: undefined, mayReadOutputs: undefined };

    it('says so of a host that leaves them out, and asks for them', async () => {
      tfc.workspaces = [
        ordersWorkspace({ ...silent, variables: [], outputs: [] }),
      ];
      const { warnings, calls, readings } = await read();
      expect(warnings).toEqual([
        expect.stringMatching(/^variables and outputs do not come .*leaves/),
      ]);
      expect(calls).toEqual(['variables ws-orders1', 'outputs ws-orders1']);
      expect(readings[0].outputs).toHaveLength(2);
      expect((await read()).calls).toEqual([]);
    });

    it('says why a host refuses them', async () => {
      const client = tfc.client();
      const { listWorkspaces } = client;
      client.listWorkspaces = options => {
        options?.onWithoutDetails?.(
          new HcpTerraformError('invalid', 'include is invalid', 422),
        );
        return listWorkspaces(options);
      };
      jest.spyOn(tfc, 'client').mockReturnValue(client);
      expect((await read()).warnings).toEqual([
        expect.stringMatching(/something is new: include is invalid$/),
      ]);
    });

    it('asks for no outputs where there is no state', async () => {
      tfc.workspaces = [ordersWorkspace({ hasState: false })];
      expect((await read()).calls).toEqual(['variables ws-orders1']);
    });
  });

  it.each([
    ['prod-use1', {}, 'prod-use1'],
    ['prod-use1', ordersWorkspace().tagBindings, undefined],
    ['prod-use1', { 'soa-component': 'cart' }, undefined],
    ['<b>prod</b>', {}, undefined],
  ])(
    'keeps the variable placement %s of a workspace tagged %j',
    async (value, tagBindings, expected) => {
      tfc.workspaces = [ordersWorkspace({ tagBindings })];
      tfc.variables['ws-orders1'].push({
        id: 'placement',
        key: 'placement',
        value,
        category: 'terraform',
        hcl: false,
        sensitive: false,
      });
      for (const givesDetails of [false, true]) {
        tfc.givesDetails = givesDetails;
        const [{ workspace }] = (await read()).readings;
        expect(workspace.placementKey).toBe(expected);
        expect(workspace.roles.plan).toBe('arn:plan');
      }
    },
  );

  it('takes no tags for a component that cannot be', async () => {
    const { tagBindings } = ordersWorkspace();
    tfc.workspaces = [
      ordersWorkspace({
        tagBindings: { ...tagBindings, 'soa-component': 'a b/c:d' },
      }),
    ];
    const [{ workspace }] = (await read()).readings;
    expect(workspace.componentRef).toBeUndefined();
    expect(workspace.placement).toBeUndefined();
  });

  it('takes a workspace that is listed twice for one', async () => {
    tfc.workspaces = [ordersWorkspace(), ordersWorkspace()];
    expect((await read()).readings).toHaveLength(1);
  });
});
