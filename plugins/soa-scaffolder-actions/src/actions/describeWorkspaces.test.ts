import {
  FakeHcpTerraform,
  ordersPlacements,
  runAction,
} from '../__testUtils__';
import { ordersEntity } from '../__testUtils__/ordersRepository';
import { serviceActionOptions } from '../__testUtils__/serviceActions';
import { defaultWorkspaceSettings } from '../settings';
import { createDescribeWorkspacesAction } from './describeWorkspaces';

const [dev, use1, euw1] = ordersPlacements;

function set(
  options: {
    tags?: Record<string, string>;
    mayApply?: boolean;
    connection?: string;
  } = {},
) {
  const hcpTerraform = new FakeHcpTerraform();
  const { tags = { 'soa-component': 'orders' } } = options;
  const { id } = hcpTerraform.addWorkspace({
    name: 'orders-prod-use1',
    terraformVersion: '~> 1.12',
    vcsRepo: { identifier: 'acme/orders', oauthTokenId: 'ot-1' },
    triggerPatterns: ['infra/**'],
    tagBindings: tags,
  } as never);
  hcpTerraform.addVariable(id, {
    key: 'placement',
    value: 'prod-use1',
    category: 'terraform',
  });
  hcpTerraform.addVariable(id, {
    key: 'LEVEL',
    value: 'high',
    category: 'env',
    description: 'How loud',
  });
  hcpTerraform.addVariable(id, {
    key: 'TOKEN',
    value: 'hunter2',
    category: 'env',
    sensitive: true,
  });
  const services = serviceActionOptions(
    {},
    { ...options, entity: ordersEntity() },
  );
  const action = createDescribeWorkspacesAction({
    ...services,
    hcpTerraform,
    workspaceSettings: new Map([
      [
        'acme',
        {
          ...defaultWorkspaceSettings,
          vcs: { oauthTokenId: options.connection ?? 'ot-1' },
        },
      ],
    ]),
  });
  const describeThem = (
    placements = [euw1],
    wish: object = {},
    isDryRun = false,
  ) =>
    runAction(
      action,
      { componentRef: 'component:default/orders', placements, ...wish },
      { isDryRun },
    );
  return { describeThem, hcpTerraform };
}

describe('tfc:workspaces:describe', () => {
  it('gives what the workspace beside it has, and no secret', async () => {
    const { describeThem } = set();
    const { outputs, log } = await describeThem();
    expect(outputs).toEqual({
      terraformVersion: '~> 1.12',
      vcs: { identifier: 'acme/orders', oauthTokenId: 'ot-1' },
      triggerPatterns: ['infra/**'],
      variables: [
        {
          key: 'LEVEL',
          value: 'high',
          category: 'env',
          description: 'How loud',
          only: ['prod-euw1'],
        },
      ],
    });
    expect(log[0]).toMatch(/^TOKEN of orders-prod-use1 cannot be read/);
    expect(JSON.stringify([outputs, log])).not.toContain('hunter2');
  });

  it('takes over no connection that templates may not use', async () => {
    const { describeThem } = set({ connection: 'ot-2' });
    const { outputs, log } = await describeThem();
    expect(outputs).toEqual({
      terraformVersion: '~> 1.12',
      variables: [expect.objectContaining({ key: 'LEVEL' })],
    });
    expect(log.join()).toMatch(/The link to acme\/orders is not taken over/);
  });

  it('looks in the environment that is named', async () => {
    const { describeThem } = set();
    expect((await describeThem([dev])).outputs.variables).toEqual([]);
    expect(
      (await describeThem([dev], { from: 'prod' })).outputs.variables,
    ).toEqual([expect.objectContaining({ only: ['dev-use1'] })]);
    // Those that are asked for are none to look at.
    expect((await describeThem([use1, euw1])).outputs.variables).toEqual([]);
  });

  it('looks into nobody else’s workspace', async () => {
    const { describeThem } = set({ tags: { 'soa-component': 'other' } });
    expect((await describeThem()).outputs).toEqual({ variables: [] });
    const { describeThem: stranger } = set({ mayApply: false });
    await expect(stranger()).rejects.toThrow('soa.workspace.apply');
  });

  it('does not know in a dry run without HCP Terraform', async () => {
    const { describeThem, hcpTerraform } = set();
    const { HcpTerraformError } = jest.requireActual(
      '@backstage-soa/plugin-soa-node',
    );
    hcpTerraform.unreadable = new HcpTerraformError('unavailable', 'No answer');
    const { outputs, log } = await describeThem([euw1], {}, true);
    expect(outputs).toEqual({});
    expect(log[0]).toContain('unknown. No answer');
    await expect(describeThem()).rejects.toThrow('No answer');
  });
});
