import { join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFileTree } from '../files';
import {
  FakeHcpTerraform,
  ordersPlacements,
  runAction,
} from '../__testUtils__';
import { TerraformModules } from '../terraform-modules';
import { createRenderTerraformAction } from './renderTerraform';

const input = {
  name: 'orders',
  componentRef: 'component:default/orders',
  owner: 'group:default/team-shop',
  placements: ordersPlacements,
  settings: { image: 'nginx:1', port: 8080 },
};

describe('soa:terraform:render', () => {
  const directory = createMockDirectory();
  const options = {
    hcpTerraform: new FakeHcpTerraform(),
    modules: new TerraformModules([
      resolve(__dirname, '../../../../terraform/modules'),
    ]),
    moduleSource: () => undefined,
    permissionsBoundary: 'soa/service-boundary',
    productionEnvironments: ['prod'],
  };
  const action = createRenderTerraformAction(options);
  const render = async (
    overrides: object = {},
    workspacePath = directory.path,
  ) => {
    await runAction(action, { ...input, ...overrides }, { workspacePath });
    return readFileTree(join(workspacePath, 'infra'));
  };

  beforeEach(() => directory.clear());

  it('writes one root, one file for each placement and the module', async () => {
    const tree = await render();
    expect(
      Object.keys(tree)
        .filter(path => !path.startsWith('modules/'))
        .sort(),
    ).toEqual([
      'generated.sha256',
      'main.tf',
      'outputs.tf',
      'placements/dev-use1.json',
      'placements/prod-euw1.json',
      'placements/prod-use1.json',
      'providers.tf',
      'terraform.tf',
      'tests/mocks/aws.tfmock.hcl',
      'tests/placements.tftest.hcl',
      'variables.tf',
    ]);
    expect(tree['modules/ecs-fargate/service.tf']).toContain('aws_ecs_service');
    expect(JSON.parse(tree['placements/prod-use1.json'])).toEqual({
      component: 'component:default/orders',
      service: 'orders',
      owner: 'group:default/team-shop',
      environment: 'prod',
      production: true,
      account: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
      key: 'prod-use1',
      workspace: 'acme/orders-prod-use1',
      hostname: 'tfc.test',
      regions: ['eu-west-1', 'us-east-1'],
      permissions_boundary:
        'arn:aws:iam::111122223333:policy/soa/service-boundary',
      settings: { image: 'nginx:1', port: 8080 },
    });
    expect(JSON.parse(tree['placements/dev-use1.json']).production).toBe(false);
  });

  it('tells one environment something else', async () => {
    const tree = await render({
      environmentSettings: { dev: { port: 9090, desired_count: 1 } },
    });
    const settings = (key: string) =>
      JSON.parse(tree[`placements/${key}.json`]).settings;
    expect(settings('dev-use1')).toEqual({
      desired_count: 1,
      image: 'nginx:1',
      port: 9090,
    });
    expect(settings('prod-use1')).toEqual({ image: 'nginx:1', port: 8080 });
    await expect(
      render({ environmentSettings: { dev: { replicas: 1 } } }),
    ).rejects.toThrow('environmentSettings.dev: the module ecs-fargate has no');
  });

  it('tells a placement what it calls', async () => {
    const payments = {
      component: 'component:default/payments',
      name: 'payments',
      url: 'https://payments.test',
    };
    const tree = await render({ consumes: { 'prod-use1': [payments] } });
    expect(JSON.parse(tree['placements/prod-use1.json']).consumes).toEqual([
      payments,
    ]);
    expect(tree['placements/dev-use1.json']).not.toContain('payments');
    await expect(
      render({ consumes: { 'prod-use1': [{ ...payments, url: 'x' }] } }),
    ).rejects.toThrow(/^consumes/);
  });

  it.each([
    ['https://tfe.acme.example/app/acme', 'tfe.acme.example'],
    ['https://app.terraform.io/app/acme', undefined],
    ['http://localhost:7010/app/acme', undefined],
    ['http://127.0.0.1:7010/app/acme', undefined],
  ])('tells of %s the host that accounts can trust', async (url, hostname) => {
    const hcpTerraform = new FakeHcpTerraform();
    const client = hcpTerraform.client();
    jest
      .spyOn(hcpTerraform, 'client')
      .mockReturnValue({ ...client, workspaceUrl: () => url });
    await runAction(
      createRenderTerraformAction({ ...options, hcpTerraform }),
      input,
      { workspacePath: directory.path },
    );
    const tree = await readFileTree(directory.resolve('infra'));
    expect(JSON.parse(tree['placements/prod-use1.json']).hostname).toBe(
      hostname,
    );
  });

  it('asks which module makes a platform', async () => {
    await expect(
      render({
        placements: [{ ...ordersPlacements[0], runtime: 'platform' }],
      }),
    ).rejects.toThrow('module: name the Terraform module');
  });

  it('gives the same bytes whatever the order of the settings', async () => {
    const one = await render();
    directory.clear();
    const other = await render({ settings: { port: 8080, image: 'nginx:1' } });
    expect(other).toEqual(one);
  });

  it('writes the same in a dry run', async () => {
    await runAction(action, input, {
      workspacePath: directory.path,
      isDryRun: true,
    });
    expect(
      Object.keys(await readFileTree(join(directory.path, 'infra/placements'))),
    ).toContain('prod-use1.json');
  });

  it.each([[true], [false]])(
    'refuses what excludes each other before it writes, in a dry run: %s',
    async isDryRun => {
      const checks = [
        { message: '"Least" is more than "Most". Raise it.', fails: true },
        { message: 'All is well.', fails: false },
        {
          message: 'In production, use more.',
          fails: true,
          inProduction: true,
        },
        { message: 'It is hidden.' },
        {
          message: 'A name is there twice. Rename it.',
          names: { one: { A: 1 }, other: { A: 2 } },
        },
      ];
      await expect(
        runAction(
          action,
          { ...input, checks },
          { workspacePath: directory.path, isDryRun },
        ),
      ).rejects.toThrow(
        new InputError(
          '"Least" is more than "Most". Raise it. In production, use more. A name is there twice. Rename it. Look at A.',
        ),
      );
      expect(directory.content()).toEqual({});
    },
  );

  it('writes what passes its checks', async () => {
    const checks = [{ message: 'It is more.', fails: false }];
    expect(await render({ checks })).toEqual(await render());
  });

  it.each([
    ['what is no answer', { fails: 'true' }, 'checks, entry 1, fails: '],
    [
      'two rules',
      { fails: false, differ: 'name' },
      'checks, entry 1: a check has one rule: fails, ',
    ],
    ['a rule that there is none of', { equal: 'name' }, 'checks, entry 1: '],
  ])('tells the author of %s', async (_, check, message) => {
    await expect(
      render({ checks: [{ message: 'No.', ...check }] }),
    ).rejects.toThrow(message);
  });

  it('refuses what the module does not know', async () => {
    await expect(
      render({ settings: { image: 'nginx', replicas: 3 } }),
    ).rejects.toThrow(
      /^settings: the module ecs-fargate has no variable replicas; it has .*cpu, /,
    );
    await expect(
      render({
        module: 'nothing',
      }),
    ).rejects.toThrow('module: there is no Terraform module "nothing"');
    await expect(
      render({
        placements: [
          ordersPlacements[0],
          { ...ordersPlacements[1], runtime: 'lambda' },
        ],
      }),
    ).rejects.toThrow('placements: all placements must be on one runtime');
    await expect(
      render({ placements: [{ ...ordersPlacements[0], key: '../../x' }] }),
    ).rejects.toThrow(/^placements, entry 1, key: /);
  });
});
