import { initialHcpState } from '../initialHcpState';
import { advanceRuns } from './advanceRuns';

const START = Date.parse('2026-11-20T12:00:00Z');
const MINUTE_MS = 60_000;

describe('advanceRuns', () => {
  const stateWith = (options: { planOnly?: boolean; runtime?: string }) => {
    const { planOnly = false, runtime = 'ecs-fargate' } = options;
    const state = initialHcpState(START);
    const [workspace] = state.workspaces;
    workspace.outputs = {};
    workspace.resourceCount = 0;
    workspace.variables = workspace.variables.map(variable =>
      variable.key === 'placement' ? { ...variable, value: 'dev' } : variable,
    );
    const placement = {
      service: 'orders',
      environment: 'dev',
      account: '100000000401',
      region: 'us-west-2',
      runtime,
    };
    state.configurationVersions.push({
      id: 'cv-1',
      workspaceId: workspace.id,
      status: 'uploaded',
      placements: { dev: placement },
    });
    const add = (id: string) => {
      state.runs.push({
        id,
        workspaceId: workspace.id,
        configurationVersionId: 'cv-1',
        message: '',
        planOnly,
        status: 'pending',
        since: START,
        createdAt: START,
        plan: { add: 0, change: 0, destroy: 0 },
      });
      workspace.runIds.push(id);
      return state.runs.at(-1)!;
    };
    return { state, workspace, run: add('run-1'), add };
  };
  const callsOf = (records: ReturnType<typeof advanceRuns>) =>
    records!.map(({ eventName }) => eventName);

  it('changes nothing before its time', () => {
    const { state, run } = stateWith({});
    expect(advanceRuns(state, START + 199, 1)).toBeUndefined();
    expect(run.status).toBe('pending');
    expect(advanceRuns(state, START + 200, 1)).toEqual([]);
    expect(run.status).toBe('plan_queued');
  });

  it('has what has drifted to change, and takes back that it has', () => {
    const { state, workspace, run, add } = stateWith({});
    const apply = (one: typeof run, at: number) => {
      advanceRuns(state, at, 1);
      if (one.status === 'planned') {
        one.status = 'confirmed';
        one.since = at;
      }
      advanceRuns(state, at + MINUTE_MS, 1);
      return one.status;
    };
    expect(apply(run, START + MINUTE_MS)).toBe('applied');
    const same = add('run-2');
    expect(apply(same, START + 5 * MINUTE_MS)).toBe('planned_and_finished');
    workspace.drift = { resources: 1, at: START + 6 * MINUTE_MS };
    expect(apply(add('run-3'), START + 7 * MINUTE_MS)).toBe('applied');
    expect(workspace.drift).toBeUndefined();
  });

  it('plans, waits to be confirmed, and applies, each of it once', () => {
    const { state, workspace, run } = stateWith({});
    const planned = advanceRuns(state, START + MINUTE_MS, 1);
    expect(run).toMatchObject({ status: 'planned', plan: { add: 9 } });
    expect(callsOf(planned)).toEqual(['AssumeRoleWithWebIdentity']);
    expect(advanceRuns(state, START + 60 * MINUTE_MS, 1)).toBeUndefined();

    run.status = 'confirmed';
    run.since = START + 60 * MINUTE_MS;
    const applied = advanceRuns(state, START + 61 * MINUTE_MS, 1);
    expect(run.status).toBe('applied');
    expect(callsOf(applied)).toEqual([
      'AssumeRoleWithWebIdentity',
      'CreateLogGroup',
      'CreateRole',
      'CreateTargetGroup',
      'RegisterTaskDefinition',
      'CreateService',
    ]);
    expect(workspace.outputs.service_arn).toContain(':100000000401:service/');
    expect(workspace.outputs.url).toMatch(
      /^https:\/\/[a-z-]+\.dev\.acme\.example$/,
    );
    expect(workspace.resourceCount).toBe(9);
    expect(advanceRuns(state, START + 62 * MINUTE_MS, 1)).toBeUndefined();
  });

  it('acts in the session that it was given, within the phase', () => {
    const { state, workspace, run } = stateWith({});
    advanceRuns(state, START + MINUTE_MS, 1);
    run.status = 'confirmed';
    const [assume, ...calls] = advanceRuns(state, START + 2 * MINUTE_MS, 1)!;
    expect(assume.userIdentity).toMatchObject({
      type: 'WebIdentityUser',
      userName: `organization:acme:project:team-shop:workspace:${workspace.name}:run_phase:apply`,
    });
    const { accessKeyId } = assume.responseElements!.credentials as Record<
      string,
      string
    >;
    for (const call of calls) {
      expect(call).toMatchObject({
        recipientAccountId: '100000000401',
        readOnly: false,
        userIdentity: { type: 'AssumedRole', accessKeyId },
      });
      expect(call.eventTime >= assume.eventTime).toBe(true);
      expect(Date.parse(call.eventTime)).toBeLessThanOrEqual(run.since);
    }
    // Global services are logged in us-east-1.
    expect(
      calls.filter(({ awsRegion }) => awsRegion !== 'us-west-2'),
    ).toMatchObject([{ eventName: 'CreateRole', awsRegion: 'us-east-1' }]);
  });

  it('ends after the plan when that is all that was asked for', () => {
    const { state, run } = stateWith({ planOnly: true });
    advanceRuns(state, START + MINUTE_MS, 1);
    expect(run.status).toBe('planned_and_finished');
  });

  const applied = () => {
    const fixture = stateWith({});
    const { state, run } = fixture;
    advanceRuns(state, START + MINUTE_MS, 1);
    run.status = 'confirmed';
    run.since = START + MINUTE_MS;
    advanceRuns(state, START + 2 * MINUTE_MS, 1);
    expect(run.status).toBe('applied');
    return fixture;
  };

  it('finds nothing to change where the same is applied already', () => {
    const { state, add } = applied();
    const again = add('run-2');
    const records = advanceRuns(state, START + 3 * MINUTE_MS, 1)!;
    expect(again).toMatchObject({
      status: 'planned_and_finished',
      plan: { add: 0, change: 0, destroy: 0 },
    });
    // It has looked, and done nothing.
    expect(records.length).toBeGreaterThan(1);
    expect(records.every(({ readOnly }) => readOnly)).toBe(true);
  });

  it.each(['placement', 'rest of the Terraform'])(
    'finds what to change where the %s is another',
    part => {
      const { state, add } = applied();
      const [version] = state.configurationVersions;
      if (part === 'placement') {
        version.placements.dev = { ...version.placements.dev, image: 'new' };
      } else {
        version.digest = 'of another module';
      }
      const again = add('run-2');
      advanceRuns(state, START + 3 * MINUTE_MS, 1);
      expect(again).toMatchObject({
        status: 'planned',
        plan: { add: 0, change: 2, destroy: 0 },
      });
    },
  );

  it('fails for a runtime that it does not know, and leaves no event', () => {
    const { state, run } = stateWith({ runtime: 'mainframe' });
    expect(advanceRuns(state, START + MINUTE_MS, 1)).toEqual([]);
    expect(run.status).toBe('errored');
  });

  it('has a workspace do one run at a time', () => {
    const { state, run, add } = stateWith({});
    const second = add('run-2');
    advanceRuns(state, START + MINUTE_MS, 1);
    expect([run.status, second.status]).toEqual(['planned', 'pending']);
    run.status = 'discarded';
    advanceRuns(state, START + MINUTE_MS, 1);
    expect(second.status).toBe('planned');
  });

  it('has runs that only plan wait for nobody, and nobody for them', () => {
    const { state, run, add } = stateWith({});
    const [first, second] = [add('run-2'), add('run-3')];
    Object.assign(first, { planOnly: true, oddity: 'run-hangs' });
    second.planOnly = true;
    const later = add('run-4');
    advanceRuns(state, START + MINUTE_MS, 1);
    expect([run, first, second, later].map(({ status }) => status)).toEqual([
      'planned',
      'planning',
      'planned_and_finished',
      'pending',
    ]);
  });

  it('goes by faster when it is told to', () => {
    const { state, run } = stateWith({});
    advanceRuns(state, START + 200, 10);
    expect(run.status).toBe('planned');
  });
});
