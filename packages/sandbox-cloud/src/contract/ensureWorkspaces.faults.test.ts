import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { control } from '../__testUtils__/control';
import { TestClock } from '../__testUtils__/TestClock';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';
import { hcpTerraformAt } from './__testUtils__/hcpTerraformAt';
import { workspacesTask } from './__testUtils__/workspacesTask';

describe('tfc:workspaces:ensure, when HCP Terraform misbehaves', () => {
  const clock = new TestClock();
  let sandbox: SandboxCloud;
  let client: HcpTerraformClient;
  let task: Awaited<ReturnType<typeof workspacesTask>>;

  const misbehave = (rule: object) =>
    control(sandbox, 'misbehave', { service: 'hcp-terraform', ...rule });

  /** What workspaces hold, and whether another run finds nothing to do. */
  const stateOf = async (service: string, count: number) => {
    const { workspaceIds } = (await client.findVariableSet('shared-settings'))!;
    const state = [];
    for await (const { id, variables } of client.listWorkspaces({
      namePattern: `${service}-*`,
      withVariables: true,
    })) {
      const access = [];
      for await (const one of client.listTeamAccess({ workspaceId: id })) {
        access.push(one.access);
      }
      state.push({
        variables: variables!.map(({ key }) => key).sort(),
        access,
        sets: workspaceIds.filter(one => one === id).length,
      });
    }
    const { workspaces } = await task.run(service, count);
    return { state, effects: workspaces.map(({ effect }) => effect) };
  };

  const whole = (count: number) => ({
    state: Array(count).fill({
      variables: [
        'SECRET',
        'TFC_AWS_APPLY_ROLE_ARN',
        'TFC_AWS_PLAN_ROLE_ARN',
        'TFC_AWS_PROVIDER_AUTH',
        'placement',
      ],
      access: ['admin'],
      sets: 1,
    }),
    effects: Array(count).fill('nothing'),
  });

  beforeAll(async () => {
    sandbox = await startSandboxCloud({
      // So that it does not refuse what the client itself holds back.
      now: () => {
        clock.pass(60);
        return clock.now();
      },
    });
    task = await workspacesTask(sandbox.url);
    client = await hcpTerraformAt(sandbox.url);
  });

  afterEach(() => control(sandbox, 'behave', {}));

  afterAll(async () => {
    await task.stop();
    await sandbox.stop();
  });

  it('outlasts a storm of 429', async () => {
    await misbehave({ kind: 'throttle', times: 3 });
    await misbehave({ kind: 'throttle', operation: 'POST', times: 4 });
    await task.run('storm', 2);
    expect(await stateOf('storm', 2)).toEqual(whole(2));
  });

  it.each([
    ['error', 'POST /organizations/acme/workspaces'],
    ['drop', 'POST /workspaces/'],
    ['lose-answer', 'POST /organizations/acme/workspaces'],
    ['lose-answer', 'POST /workspaces/'],
    ['lose-answer', 'POST /team-workspaces'],
    ['lose-answer', '/relationships/workspaces'],
  ])('ends whole after %s of %s', async (kind, operation) => {
    const service = `after-${kind}-${operation.length}`.slice(0, 24);
    await misbehave({ kind, operation, times: 1 });
    await task.run(service, 2);
    expect(await stateOf(service, 2)).toEqual(whole(2));
  });

  it('says what a token may not do, and goes on when it may', async () => {
    const checkpoints = new Map();
    await misbehave({
      kind: 'not-found',
      operation: 'POST /organizations/acme/workspaces',
      times: 1,
    });
    await expect(task.run('denied', 3, { checkpoints })).rejects.toThrow(
      /^1 of 3 workspaces could not be finished\. acme\/denied-dev-use1-\d: POST \/organizations\/acme\/workspaces: not found in organization "acme", or its token is not allowed to do it\. 2 are as they should be\./,
    );
    expect(checkpoints.size).toBeGreaterThan(1);
    await task.run('denied', 3, { checkpoints });
    expect(await stateOf('denied', 3)).toEqual(whole(3));
  });

  it('makes again what is deleted while it works', async () => {
    await misbehave({
      kind: 'not-found',
      operation: 'POST /workspaces/',
      times: 1,
    });
    await expect(task.run('deleted', 1)).rejects.toThrow(
      /\/vars: not found in organization "acme"/,
    );
    await task.run('deleted', 1);
    expect(await stateOf('deleted', 1)).toEqual(whole(1));
  });

  it('makes one of each where two tasks make the same at once', async () => {
    await Promise.all([task.run('race', 3), task.run('race', 3)]);
    expect(await stateOf('race', 3)).toEqual(whole(3));
  });

  it('stops within seconds when it is canceled, whatever hangs', async () => {
    const controller = new AbortController();
    await misbehave({
      kind: 'hang',
      operation: 'POST /workspaces/',
      times: 100,
    });
    const running = task.run('canceled', 2, { signal: controller.signal });
    const ended = running.catch(error => error.message);
    while (!(await client.findWorkspace('canceled-dev-use1-0'))) {
      await new Promise(setImmediate);
    }
    controller.abort(new Error('Canceled'));
    expect(await ended).toBe('Canceled');
    await control(sandbox, 'behave', {});
    await task.run('canceled', 2);
    expect(await stateOf('canceled', 2)).toEqual(whole(2));
  });
});
