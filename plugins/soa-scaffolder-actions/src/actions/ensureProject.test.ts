import { mockServices } from '@backstage/backend-test-utils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { FakeHcpTerraform, runAction } from '../__testUtils__';
import { createEnsureProjectAction } from './ensureProject';

const input = { owner: 'group:default/team-shop' };

function set() {
  const tfc = new FakeHcpTerraform();
  const auditor = mockServices.auditor.mock();
  const action = createEnsureProjectAction({
    hcpTerraform: tfc,
    auditor,
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async () => ({
        userEntityRef: 'user:default/guest',
        ownershipEntityRefs: ['user:default/guest', 'group:default/team-shop'],
      }),
    }),
  });
  return { action, auditor, tfc };
}

describe('tfc:project:ensure', () => {
  it('finds the project of the owner, and writes nothing', async () => {
    const { action, auditor, tfc } = set();
    const { outputs, log } = await runAction(action, input);

    expect(outputs).toEqual({ name: 'team-shop', projectId: 'prj-1' });
    expect(log).toEqual(['The project team-shop is there: nothing to change']);
    expect(tfc.writes).toEqual([]);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });

  it('creates it once, and records that', async () => {
    const { action, auditor, tfc } = set();
    tfc.projects = [];
    await runAction(action, input);
    const { outputs } = await runAction(action, input);

    expect(tfc.projects).toHaveLength(1);
    expect(outputs.projectId).toBe(tfc.projects[0].id);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
  });

  it('takes the project that another task creates at once', async () => {
    const { action, tfc } = set();
    tfc.projects = [];
    tfc.before['create project team-shop'] = () => tfc.addProject('team-shop');
    const { outputs } = await runAction(action, input);

    expect(tfc.projects).toHaveLength(1);
    expect(outputs.projectId).toBe('prj-1');
  });

  it('finds what it wrote when the answer is lost', async () => {
    const { action, tfc } = set();
    tfc.projects = [];
    tfc.after['create project team-shop'] = () => {
      throw new HcpTerraformError('unavailable', 'No answer');
    };
    await runAction(action, input);
    expect(tfc.projects).toHaveLength(1);
  });

  it('says that a host may have no projects', async () => {
    const { action, tfc } = set();
    tfc.projects = [];
    tfc.before['create project team-shop'] = () => {
      throw new HcpTerraformError('not-found-or-not-allowed', 'Not found', 404);
    };
    await expect(runAction(action, input)).rejects.toThrow(
      'owner: the project team-shop cannot be made in acme: its token may not manage projects, or the host has none',
    );
  });

  it('refuses an owner that the initiator does not belong to', async () => {
    const { action, tfc } = set();
    await expect(
      runAction(action, { owner: 'group:default/team-platform' }),
    ).rejects.toThrow(
      'owner: you are not a member of group:default/team-platform: choose a group that you belong to',
    );
    expect(tfc.writes).toEqual([]);
  });

  it('tells in a dry run what it would do, and writes nothing', async () => {
    const { action, tfc } = set();
    tfc.projects = [];
    const { log } = await runAction(action, input, { isDryRun: true });
    expect(log).toEqual(['Would create the project team-shop']);

    tfc.unreadable = new HcpTerraformError('bad-token', 'The token is bad.');
    const blind = await runAction(action, input, { isDryRun: true });
    expect(blind.log).toEqual([
      'The project team-shop: unknown. The token is bad.',
    ]);
    expect(tfc.writes).toEqual([]);
  });
});
