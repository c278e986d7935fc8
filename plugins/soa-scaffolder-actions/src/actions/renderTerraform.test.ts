import { join, resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFileTree } from '../files';
import { ordersPlacements, runAction } from '../__testUtils__';
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
  const action = createRenderTerraformAction({
    modulesDirectory: resolve(__dirname, '../../../../terraform/modules'),
    productionEnvironments: ['prod'],
  });
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
      'main.tf',
      'outputs.tf',
      'placements/dev-use1.json',
      'placements/prod-euw1.json',
      'placements/prod-use1.json',
      'providers.tf',
      'terraform.tf',
      'tests/placements.tftest.hcl',
      'variables.tf',
    ]);
    expect(tree['modules/ecs-fargate/main.tf']).toContain('aws_ecs_service');
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
      settings: { image: 'nginx:1', port: 8080 },
    });
    expect(JSON.parse(tree['placements/dev-use1.json']).production).toBe(false);
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

  it('refuses what the module does not know', async () => {
    await expect(
      render({ settings: { image: 'nginx', replicas: 3 } }),
    ).rejects.toThrow(
      'settings: the module ecs-fargate has no variable replicas; it has cpu,',
    );
    await expect(
      render({
        placements: [{ ...ordersPlacements[0], runtime: 'lambda' }],
      }),
    ).rejects.toThrow('placements: there is no Terraform module for lambda');
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
    ).rejects.toThrow(/^placements\.0\.key/);
  });
});
