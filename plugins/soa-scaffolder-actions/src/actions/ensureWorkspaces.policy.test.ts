import { mockCredentials } from '@backstage/backend-test-utils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import {
  ordersPlacements,
  runAction,
  runsServices,
  workspacesAction as set,
  workspacesInput as input,
} from '../__testUtils__';

describe('tfc:workspaces:ensure, whatever it is given', () => {
  it('never touches a workspace that holds something else', async () => {
    const { action, tfc } = set();
    tfc.addWorkspace({
      name: 'orders-dev-use1',
      tagBindings: { 'soa-component': 'ledger' },
    });
    await expect(runAction(action, input)).rejects.toThrow(
      'its tag soa-component is "ledger" where this service\'s is "orders": choose another name',
    );
    expect(tfc.writes).toEqual([]);
  });

  it('says that a name is taken by what it may not see', async () => {
    const { action, tfc } = set();
    tfc.before['create workspace orders-dev-use1'] = () => {
      throw new HcpTerraformError('conflict', 'Name is taken', 422);
    };
    await expect(runAction(action, input)).rejects.toThrow(
      "acme/orders-dev-use1 is taken by one that the portal's token may not see",
    );
  });

  it.each([
    ['account', { account: '999999999999' }],
    ['key', { key: 'prod-usw2' }],
    ['workspace', { workspace: 'acme/payments-prod-use1' }],
    ['organization', { workspace: 'other/orders-prod-use1' }],
    ['cell', { cell: 'blue' }],
  ])('refuses a forged %s before the first write', async (_, forged) => {
    const { action, tfc } = set();
    await expect(
      runAction(action, {
        ...input,
        placements: [{ ...ordersPlacements[1], ...forged }],
      }),
    ).rejects.toThrow(/^placements/);
    expect(tfc.writes).toEqual([]);
  });

  it('refuses another runtime than the inventory gives', async () => {
    const { action, tfc, accounts } = set();
    accounts.resolvePlacements.mockResolvedValue({
      placements: ordersPlacements,
      problems: [],
    });
    await expect(
      runAction(action, {
        ...input,
        placements: [{ ...ordersPlacements[1], runtime: 'eks' }],
      }),
    ).rejects.toThrow(/^placements/);
    expect(tfc.writes).toEqual([]);
  });

  it('asks for the policy as the initiator', async () => {
    const { action, accounts } = set();
    await runAction(action, input);
    expect(accounts.resolvePlacements).toHaveBeenCalledWith(
      expect.objectContaining({ owner: 'group:default/team-shop' }),
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    );
  });

  it('changes nothing of a component that its initiator may not apply', async () => {
    const services = (allowed: string[]) => {
      const { catalog, permissions } = runsServices({ allowed });
      return { catalog, permissions };
    };
    const denied = set(services(['soa.workspace.plan']));
    for (const isDryRun of [false, true]) {
      await expect(
        runAction(denied.action, input, { isDryRun }),
      ).rejects.toThrow(
        'name: you may not do this in the workspaces of component:default/orders: ask for the permission soa.workspace.apply',
      );
    }
    expect(denied.tfc.writes).toEqual([]);

    const allowed = set(services(['soa.workspace.apply']));
    await runAction(allowed.action, input);
    expect(allowed.tfc.writes).not.toEqual([]);
  });

  it("wants the owner's project, and takes no other", async () => {
    const { action, tfc } = set();
    tfc.projects = [{ id: 'prj-9', name: 'platform' }];
    await expect(runAction(action, input)).rejects.toThrow(
      'acme has no project "team-shop" for group:default/team-shop: run tfc:project:ensure first',
    );
    expect(tfc.writes).toEqual([]);
  });

  it('names the input at fault', async () => {
    const { action } = set();
    await expect(
      runAction(action, { ...input, name: 'Orders', owner: 'team-shop' }),
    ).rejects.toThrow(/^name: Use lower-case.*owner: write the full reference/);
    await expect(
      runAction(action, {
        ...input,
        placements: [ordersPlacements[0], ordersPlacements[0]],
      }),
    ).rejects.toThrow('placements: two placements have the key dev-use1');
  });
});
