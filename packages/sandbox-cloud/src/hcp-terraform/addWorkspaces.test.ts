import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { control } from '../__testUtils__/control';
import { archiveOf } from '../contract/__testUtils__/archiveOf';
import { WatchedSandbox } from '../contract/__testUtils__/WatchedSandbox';

const WORKSPACES = ['fleet-1', 'fleet-2'].map(name => ({
  id: `ws-${name}`,
  name,
  placement: 'dev-use1',
  tags: { 'soa-component': 'fleet' },
  notifications: [
    {
      id: `nc-${name}`,
      name: 'Portal',
      url: 'http://127.0.0.1:1/',
      token: 'secret',
      triggers: ['run:completed'],
    },
  ],
}));

describe('workspaces that are added many at once', () => {
  let watched: WatchedSandbox;
  let client: HcpTerraformClient;

  beforeAll(async () => {
    watched = await WatchedSandbox.start();
    client = watched.client;
  });

  afterAll(() => watched.stop());

  const toldRuns = async () => {
    const answer = await fetch(`${watched.sandbox.url}/_sandbox/runs`);
    return (await answer.json()).runs;
  };

  it('are as if somebody had made them', async () => {
    expect(
      await control(watched.sandbox, 'add-workspaces', {
        workspaces: WORKSPACES,
      }),
    ).toEqual({ status: 200, message: 'There are 2 workspaces more.' });
    const workspace = await client.findWorkspace('fleet-2');
    expect(workspace).toMatchObject({
      id: 'ws-fleet-2',
      tagBindings: { 'soa-component': 'fleet' },
    });
    expect(await client.listNotifications('ws-fleet-2')).toEqual([
      expect.objectContaining({ name: 'Portal', url: 'http://127.0.0.1:1/' }),
    ]);
  });

  it('run, and it is told what became of it, and when', async () => {
    const before = await toldRuns();
    const version = await client.createConfigurationVersion('ws-fleet-1');
    await client.uploadConfiguration(
      version.uploadUrl!,
      await archiveOf({
        'infra/placements/dev-use1.json': JSON.stringify({
          service: 'fleet',
          environment: 'dev',
          account: '200000000001',
          region: 'us-east-1',
          runtime: 'lambda',
        }),
      }),
    );
    const { id } = await client.createRun({
      workspaceId: 'ws-fleet-1',
      configurationVersionId: version.id,
      message: 'of a fleet',
    });
    watched.clock.pass(10_000);
    await client.getRun(id);
    await client.applyRun(id, { comment: 'Go on' });
    const confirmed = (await toldRuns()).slice(before.length);
    expect(confirmed).toEqual([
      {
        id,
        workspace: 'fleet-1',
        message: 'of a fleet',
        planOnly: false,
        status: 'confirmed',
        createdAt: expect.any(Number),
        plannedAt: expect.any(Number),
        confirmedAt: expect.any(Number),
      },
    ]);
    watched.clock.pass(10_000);
    await client.getRun(id);
    const [ended] = (await toldRuns()).slice(before.length);
    expect(ended).toMatchObject({ status: 'applied' });
    const { createdAt, plannedAt, confirmedAt, applyingAt, endedAt } = ended;
    const times = [createdAt, plannedAt, confirmedAt, applyingAt, endedAt];
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(5);
  });

  it.each([{}, { workspaces: [{ name: 'fleet-3' }] }])(
    'are refused as %j',
    async input => {
      const { status } = await control(
        watched.sandbox,
        'add-workspaces',
        input,
      );
      expect(status).toBe(400);
    },
  );
});
