import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import {
  ordersPlacements,
  runAction,
  workspacesAction as set,
  workspacesInput as input,
} from '../__testUtils__';

const lost = () => {
  throw new HcpTerraformError('unavailable', 'No answer');
};

describe('tfc:workspaces:ensure', () => {
  it('makes a workspace for each placement', async () => {
    const { action, tfc, auditor } = set();
    const { outputs, log } = await runAction(action, input);

    expect(tfc.workspaces).toHaveLength(3);
    expect(tfc.workspaces[1]).toMatchObject({
      name: 'orders-prod-use1',
      description: 'Takes orders',
      project: { id: 'prj-1' },
      workingDirectory: 'infra',
      terraformVersion: '~> 1.9',
      autoApply: false,
      assessmentsEnabled: true,
      sourceName: 'Backstage',
      sourceUrl: 'https://portal.test/create/tasks/task-1',
      tagBindings: {
        'soa-component': 'orders',
        'soa-namespace': 'default',
        'soa-environment': 'prod',
        'soa-account': '111122223333',
        'soa-region': 'us-east-1',
        'soa-runtime': 'ecs-fargate',
      },
    });
    expect(tfc.workspaces[0].assessmentsEnabled).toBe(false);
    expect(
      tfc.variables['ws-2'].map(({ key, value, category, sensitive }) => [
        key,
        value,
        category,
        sensitive,
      ]),
    ).toEqual([
      ['placement', 'prod-use1', 'terraform', false],
      ['TFC_AWS_PROVIDER_AUTH', 'true', 'env', false],
      [
        'TFC_AWS_PLAN_ROLE_ARN',
        'arn:aws:iam::111122223333:role/soa/orders-prod-use1-plan',
        'env',
        false,
      ],
      [
        'TFC_AWS_APPLY_ROLE_ARN',
        'arn:aws:iam::111122223333:role/soa/orders-prod-use1-apply',
        'env',
        false,
      ],
    ]);
    expect(outputs.workspaces[1]).toEqual({
      id: 'ws-2',
      name: 'acme/orders-prod-use1',
      url: 'https://tfc.test/app/acme/workspaces/orders-prod-use1',
      effect: 'create',
    });
    expect(log).toContainEqual(
      expect.stringMatching(
        /^acme\/orders-prod-use1: created \(\d of 3\) https:\/\/tfc.test\/app\/acme\/workspaces\/orders-prod-use1$/,
      ),
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'workspace-ensure',
        meta: {
          workspace: 'acme/orders-prod-use1',
          taskId: 'task-1',
          initiator: 'user:default/guest',
        },
      }),
    );
  });

  it('changes nothing the second time, and says so', async () => {
    const { action, tfc } = set();
    await runAction(action, input);
    tfc.writes = [];
    const { log } = await runAction(action, input, { taskId: 'task-2' });

    expect(tfc.writes).toEqual([]);
    expect(log).toHaveLength(3);
    expect(log[0]).toMatch(/nothing to change/);
  });

  it('puts back what others have changed, and that only', async () => {
    const { action, tfc } = set();
    await runAction(action, input);
    tfc.writes = [];
    tfc.workspaces[0].autoApply = true;
    tfc.workspaces[0].tagBindings.team = 'blue';
    tfc.workspaces[0].tagBindings.project = 'shop';
    tfc.workspaces[0].inheritedTags = ['project'];
    delete tfc.workspaces[0].tagBindings['soa-region'];
    tfc.variables['ws-2'][3].value = 'arn:aws:iam::999999999999:role/evil';
    const { log } = await runAction(action, input);

    expect(tfc.writes.sort()).toEqual([
      'update variable TFC_AWS_APPLY_ROLE_ARN',
      'update workspace ws-1',
    ]);
    expect(tfc.workspaces[0]).toMatchObject({
      autoApply: false,
      tagBindings: { team: 'blue', 'soa-region': 'us-east-1' },
    });
    // What is the project's stays the project's.
    expect(tfc.workspaces[0].tagBindings.project).toBeUndefined();
    expect(log.join()).toContain(
      'orders-dev-use1: changed (auto-apply: on → off, tags soa-region)',
    );
    expect(log.join()).toContain(
      'orders-prod-use1: changed (variable TFC_AWS_APPLY_ROLE_ARN: "arn:aws:iam::999999999999:role/evil" → "arn:aws:iam::111122223333:role/soa/orders-prod-use1-apply")',
    );
  });

  it('goes on where a crash has stopped it, and doubles nothing', async () => {
    const { action, tfc } = set();
    const checkpoints = new Map();
    tfc.before['create variable TFC_AWS_PLAN_ROLE_ARN'] = () => {
      throw new Error('The backend is killed');
    };
    await expect(runAction(action, input, { checkpoints })).rejects.toThrow(
      'killed',
    );
    tfc.before = {};
    await runAction(action, input, { checkpoints });

    expect(tfc.workspaces.map(({ name }) => name)).toEqual([
      'orders-dev-use1',
      'orders-prod-use1',
      'orders-prod-euw1',
    ]);
    expect(tfc.variables['ws-1']).toHaveLength(4);
    expect([...checkpoints.keys()]).toContain(
      'workspace.acme/orders-prod-use1',
    );
  });

  it('finds what it wrote when the answers are lost', async () => {
    const { action, tfc } = set();
    tfc.after['create workspace orders-dev-use1'] = lost;
    tfc.after['create variable placement'] = lost;
    await runAction(action, input);

    expect(tfc.workspaces).toHaveLength(3);
    expect(tfc.variables['ws-1']).toHaveLength(4);
  });

  it('takes the workspace that another task makes at once', async () => {
    const { action, tfc } = set();
    tfc.before['create workspace orders-dev-use1'] = () =>
      tfc.addWorkspace({
        name: 'orders-dev-use1',
        tagBindings: { 'soa-component': 'orders', 'soa-namespace': 'default' },
      });
    await runAction(action, input);

    expect(tfc.workspaces).toHaveLength(3);
    expect(tfc.workspaces[0].workingDirectory).toBe('infra');
  });

  it('tells in a dry run what it would do, and writes nothing', async () => {
    const { action, tfc } = set();
    await runAction(action, { ...input, placements: [ordersPlacements[0]] });
    tfc.writes = [];
    tfc.workspaces[0].autoApply = true;
    const { log, outputs } = await runAction(action, input, { isDryRun: true });

    expect(tfc.writes).toEqual([]);
    expect(log[0]).toMatch(/would be changed \(auto-apply: on → off\)/);
    expect(log[1]).toMatch(
      /would be created \(variable placement; variable TFC_AWS_PROVIDER_AUTH; /,
    );
    expect(outputs.workspaces.map((one: any) => one.effect)).toEqual([
      'change',
      'create',
      'create',
    ]);
  });

  it('does not know in a dry run what it cannot read', async () => {
    const { action, tfc } = set();
    tfc.unreadable = new HcpTerraformError('unavailable', 'No answer.');
    const { log, outputs } = await runAction(action, input, { isDryRun: true });

    expect(log[0]).toMatch(/unknown\. No answer/);
    expect(outputs.workspaces[0].effect).toBe('unknown');
  });

  it('does without drift detection where the host refuses it', async () => {
    const { action, tfc } = set();
    tfc.refusesDrift = true;
    const { outputs, log } = await runAction(action, input);
    expect(outputs.workspaces).toHaveLength(3);
    expect(
      log.filter(line => line.includes('Drift is not looked for')),
    ).toEqual([
      'Drift is not looked for: the host does not offer drift detection, or refuses it to this organization',
    ]);
  });

  it.each([
    [undefined, [true, true, true], 'drift detection: off → on'],
    [false, [false, false, false], 'drift detection: on → off'],
  ])(
    'puts drift detection back that was changed: %s',
    async (driftDetection, wanted, says) => {
      const { action, tfc } = set();
      const asked = {
        ...input,
        ...(driftDetection === false && { driftDetection }),
      };
      await runAction(action, asked);
      tfc.workspaces[0].assessmentsEnabled = true;
      tfc.workspaces[1].assessmentsEnabled = driftDetection === false;
      const { log } = await runAction(action, asked);
      expect(tfc.workspaces.map(one => one.assessmentsEnabled)).toEqual(wanted);
      expect(log.join()).toContain(says);
      tfc.writes = [];
      await runAction(action, asked);
      expect(tfc.writes).toEqual([]);
    },
  );

  it('stops where it is when it is canceled', async () => {
    const { action, tfc } = set();
    const controller = new AbortController();
    tfc.after['create variable TFC_AWS_APPLY_ROLE_ARN'] = () =>
      controller.abort();
    const { length } = ordersPlacements;
    await expect(
      runAction(action, input, { signal: controller.signal }),
    ).rejects.toThrow(/abort/i);
    // Those that were under way at once, and none of their other writes.
    expect(tfc.writes.length).toBeLessThanOrEqual(length * 5);
    expect(
      tfc.writes.filter(write => write.includes('APPLY_ROLE')).length,
    ).toBeLessThan(length + 1);
  });
});
