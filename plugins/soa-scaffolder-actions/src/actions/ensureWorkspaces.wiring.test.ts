import {
  HcpTerraformError,
  notificationToken,
} from '@backstage-soa/plugin-soa-node';
import {
  runAction,
  workspacesAction,
  workspacesInput as input,
} from '../__testUtils__';
import { defaultWorkspaceSettings } from '../settings';

const KEY = '0123456789abcdef0123456789abcdef';
const URL = 'https://portal.test/api/events/http/soa';

/** An organization whose workspaces are tied to everything. */
function set() {
  const all = workspacesAction({
    notifications: [{ organization: 'acme', key: KEY }],
    workspaceSettings: new Map([
      [
        'acme',
        {
          ...defaultWorkspaceSettings,
          vcs: { oauthTokenId: 'ot-1' },
          teams: [{ name: 'platform', access: 'admin' }],
          variableSets: ['network'],
          allow: {
            ...defaultWorkspaceSettings.allow,
            teams: [{ name: 'shop', access: 'write' }],
          },
        },
      ],
    ]),
  });
  const { wiring } = all.tfc;
  wiring.teams = [
    { id: 'team-1', name: 'platform' },
    { id: 'team-2', name: 'shop' },
  ];
  wiring.variableSets = [
    {
      id: 'varset-1',
      name: 'network',
      isGlobal: false,
      projectIds: [],
      workspaceIds: [],
    },
  ];
  all.tfc.addWorkspace({
    name: 'network-prod-use1',
    projectId: 'prj-1',
  });
  return { ...all, wiring };
}

const wired = {
  ...input,
  vcs: { identifier: 'acme/orders' },
  teams: [{ name: 'shop', access: 'write' }],
  runTriggers: ['network-prod-use1'],
};

describe('tfc:workspaces:ensure, with all that workspaces are tied to', () => {
  it('ties them, and starts no run before all is there', async () => {
    const { action, tfc, wiring, auditor } = set();
    await runAction(action, wired);

    expect(tfc.workspaces[1]).toMatchObject({
      vcsRepo: { identifier: 'acme/orders', oauthTokenId: 'ot-1' },
      fileTriggersEnabled: true,
      triggerPatterns: ['/infra/**/*'],
      speculativeEnabled: true,
      globalRemoteState: false,
      queueAllRuns: true,
    });
    const ofOne = tfc.writes.filter(write => /ws-2|dev-use1/.test(write));
    expect(ofOne).toEqual([
      'create workspace orders-dev-use1',
      'add access team-1 ws-2',
      'add access team-2 ws-2',
      'create trigger ws-2 ws-1',
      'create notification ws-2',
      'update workspace ws-2',
    ]);
    expect(wiring.access).toHaveLength(6);
    expect(wiring.access[0]).toMatchObject({ access: 'admin' });
    expect(wiring.notifications['ws-2']).toMatchObject([
      {
        name: expect.stringMatching(/^Backstage \(key [0-9a-f]{8}\)$/),
        url: URL,
        token: notificationToken({
          key: KEY,
          organization: 'acme',
          workspaceId: 'ws-2',
        }),
        triggers: expect.arrayContaining(['run:completed']),
      },
    ]);
    expect(wiring.variableSets[0].workspaceIds).toEqual([
      'ws-2',
      'ws-3',
      'ws-4',
    ]);
    expect(tfc.writes.filter(write => write.startsWith('apply'))).toHaveLength(
      1,
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'variable-set-apply' }),
    );
    expect(JSON.stringify(auditor.createEvent.mock.calls)).not.toContain(KEY);
  });

  it('changes nothing the second time, with few reads', async () => {
    const { action, tfc } = set();
    await runAction(action, wired);
    tfc.writes = [];
    tfc.reads = [];
    const { outputs } = await runAction(action, wired);

    expect(tfc.writes).toEqual([]);
    expect(
      outputs.workspaces.map(({ effect }: { effect: string }) => effect),
    ).toEqual(['nothing', 'nothing', 'nothing']);
    expect(tfc.reads.sort()).toEqual([
      'find project',
      'find set network',
      'find teams',
      'find workspace network-prod-use1',
      'list access team-1',
      'list access team-2',
      'list notifications ws-2',
      'list notifications ws-3',
      'list notifications ws-4',
      'list triggers ws-2',
      'list triggers ws-3',
      'list triggers ws-4',
      'list workspaces orders-*',
    ]);
  });

  it('puts back what others have changed', async () => {
    const { action, tfc, wiring } = set();
    await runAction(action, wired);
    tfc.writes = [];
    wiring.access[0].access = 'read';
    wiring.notifications['ws-3'][0].enabled = false;
    wiring.runTriggers['ws-4'] = [];
    tfc.workspaces[1].vcsRepo = {
      identifier: 'acme/other',
      oauthTokenId: 'ot-1',
    };
    const { log } = await runAction(action, wired);

    expect(tfc.writes.sort()).toEqual([
      'create trigger ws-4 ws-1',
      'update access tws-1',
      'update notification nc-ws-3-1',
      'update workspace ws-2',
    ]);
    expect(log.join()).toContain('access of team platform: read → admin');
    expect(log.join()).toContain('repository: acme/other → acme/orders');
  });

  it('leaves the link alone that others have given a workspace', async () => {
    const { action, tfc } = set();
    const { vcs, ...unlinked } = wired;
    await runAction(action, unlinked);
    Object.assign(tfc.workspaces[1], {
      vcsRepo: { identifier: 'acme/by-hand' },
      queueAllRuns: true,
    });
    tfc.writes = [];
    await runAction(action, unlinked);
    expect(tfc.writes).toEqual([]);
  });

  it('gives new secrets to notifications when the key is another', async () => {
    const { action, tfc, wiring } = set();
    await runAction(action, wired);
    wiring.notifications['ws-2'][0].name = 'Backstage (key 00000000)';
    wiring.notifications['ws-2'][0].token = 'old';
    tfc.writes = [];
    await runAction(action, wired);
    expect(tfc.writes).toEqual(['update notification nc-ws-2-1']);
    expect(wiring.notifications['ws-2'][0].token).not.toBe('old');
  });

  it('reads access by workspace where the host wants that', async () => {
    const { action, tfc, wiring } = set();
    wiring.listsAccessByTeam = false;
    await runAction(action, wired);
    tfc.writes = [];
    await runAction(action, wired);
    expect(tfc.writes).toEqual([]);
    expect(tfc.reads).toContain('list access ws-4');
  });

  it('reads variables by workspace where they do not come with it', async () => {
    const { action, tfc } = set();
    tfc.includesVariables = false;
    await runAction(action, wired);
    tfc.writes = [];
    await runAction(action, wired);
    expect(tfc.writes).toEqual([]);
    expect(tfc.reads).toContain('list variables ws-4');
  });

  it('finds what it wrote when the answers are lost', async () => {
    const { action, tfc, wiring } = set();
    const lost = () => {
      throw new HcpTerraformError('unavailable', 'No answer');
    };
    tfc.after['add access team-1 ws-2'] = lost;
    tfc.after['create trigger ws-2 ws-1'] = lost;
    tfc.after['create notification ws-2'] = lost;
    tfc.after['apply set varset-1'] = lost;
    await runAction(action, wired);
    expect(wiring.access).toHaveLength(6);
    expect(wiring.runTriggers['ws-2']).toHaveLength(1);
    expect(wiring.notifications['ws-2']).toHaveLength(1);
  });

  it('takes the access that somebody gives at once, and changes it', async () => {
    const { action, tfc, wiring } = set();
    tfc.before['add access team-1 ws-2'] = () => {
      wiring.access.push({
        id: 'tws-other',
        teamId: 'team-1',
        workspaceId: 'ws-2',
        access: 'read',
      });
    };
    await runAction(action, wired);
    expect(wiring.access.find(({ id }) => id === 'tws-other')!.access).toBe(
      'admin',
    );
  });

  it.each([
    [
      { teams: [{ name: 'owners', access: 'admin' }] },
      /^teams: owners may not/,
    ],
    [{ variableSets: ['payments'] }, /^variableSets: payments may not/],
    [
      { runTriggers: ['ledger-prod'] },
      /^runTriggers: ledger-prod is not there/,
    ],
    [
      { vcs: { identifier: 'acme/orders', oauthTokenId: 'ot-2' } },
      /^vcs: this connection may not/,
    ],
    [
      {
        variables: [
          { key: 'TFC_AWS_APPLY_ROLE_ARN', value: 'x', category: 'env' },
        ],
      },
      /^variables, entry 1, key: TFC_AWS_APPLY_ROLE_ARN is the portal's own/,
    ],
    [{ workingDirectory: '../other' }, /^workingDirectory: write a folder/],
  ])('refuses %j before the first write', async (forged, message) => {
    const { action, tfc } = set();
    tfc.addProject('other');
    tfc.addWorkspace({ name: 'ledger-prod', projectId: 'prj-2' });
    await expect(runAction(action, { ...wired, ...forged })).rejects.toThrow(
      message,
    );
    expect(tfc.writes).toEqual([]);
  });

  it('says before the first write what is not there', async () => {
    const { action, tfc, wiring } = set();
    wiring.teams = [];
    await expect(runAction(action, wired)).rejects.toThrow(
      "teams: acme has no team platform, shop that the portal's token may see",
    );
    wiring.variableSets = [];
    wiring.teams = [
      { id: 'team-1', name: 'platform' },
      { id: 'team-2', name: 'shop' },
    ];
    await expect(runAction(action, wired)).rejects.toThrow(
      'variableSets: acme has no variable set network',
    );
    expect(tfc.writes).toEqual([]);
  });

  it('tells in a dry run what would be tied', async () => {
    const { action, tfc } = set();
    const { log } = await runAction(action, wired, { isDryRun: true });
    expect(tfc.writes).toEqual([]);
    expect(log[0]).toContain(
      'access of team platform: admin; access of team shop: write; run trigger of network-prod-use1; notifications; runs of pushes',
    );
    expect(log[3]).toBe(
      'The variable set network would be applied to 3 of them',
    );
  });
});
