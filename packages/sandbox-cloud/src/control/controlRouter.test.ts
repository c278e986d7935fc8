import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { awsClients } from '../__testUtils__/awsClients';
import { control } from '../__testUtils__/control';
import { TestClock } from '../__testUtils__/TestClock';
import { accounts } from '../organisation';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';

describe('the control endpoints', () => {
  const clock = new TestClock();
  let sandbox: SandboxCloud;

  beforeAll(async () => {
    sandbox = await startSandboxCloud({ now: clock.now });
  });

  afterAll(() => sandbox.stop());

  const newestEvent = async (account: string, region: string) => {
    clock.pass(1_000);
    const client = await awsClients(sandbox).cloudTrail(account, region);
    const { Events } = await client.send(
      new LookupEventsCommand({ MaxResults: 1 }),
    );
    return Events![0].EventName;
  };

  it('says that it is well, and simulated', async () => {
    const answer = await fetch(`${sandbox.url}/_sandbox/health`);
    expect(await answer.json()).toEqual({
      status: 'ok',
      simulated: true,
      accounts: accounts.length,
    });
  });

  it('breaks the cluster that most services share', async () => {
    const { status, message } = await control(sandbox, 'break-cluster', {});
    expect(status).toBe(200);
    expect(message).toMatch(/^Dana Ortiz has deleted .* \(simulated\)/);
    expect(await newestEvent('100000000101', 'us-east-1')).toBe(
      'DeleteCluster',
    );
  });

  it('breaks another when it is named', async () => {
    const input = { account: '100000000201' };
    expect((await control(sandbox, 'break-cluster', input)).status).toBe(200);
    expect(await newestEvent('100000000201', 'us-east-1')).toBe(
      'DeleteCluster',
    );
  });

  it.each([
    [{ account: '101' }, 400, 'account must be the 12 digits of an account'],
    [{ region: 'Ohio' }, 400, 'region must be a Region, such as us-east-1'],
    [{ cluster: '<b>' }, 400, 'cluster must be the name of an ECS cluster'],
    [{ claster: 'x' }, 400, 'Unrecognized key: "claster"'],
    [
      { cluster: 'other' },
      404,
      'Nothing runs on an ECS cluster other of account 100000000101 in us-east-1: name another cluster, account or region.',
    ],
    ['{', 400, 'The body is no JSON.'],
  ])('refuses to break %j', async (input, status, message) => {
    expect(await control(sandbox, 'break-cluster', input)).toEqual({
      status,
      message,
    });
  });

  it('has an alarm go off, if there is one of that name', async () => {
    expect(await control(sandbox, 'set-alarm', {})).toEqual({
      status: 200,
      message:
        'checkout-prod-use1-errors of account 100000000101 in us-east-1 is in ALARM now.',
    });
    expect(await control(sandbox, 'set-alarm', { alarm: 'other' })).toEqual({
      status: 404,
      message:
        'There is no alarm other of account 100000000101 in us-east-1: name another alarm, account or region.',
    });
    const input = { state: 'BROKEN' };
    expect((await control(sandbox, 'set-alarm', input)).status).toBe(400);
  });

  it('behaves again when told to', async () => {
    await control(sandbox, 'misbehave', {
      service: 'hcp-terraform',
      kind: 'error',
      times: 100,
    });
    const status = async () =>
      (
        await fetch(`${sandbox.url}/api/v2/organizations/acme/projects`, {
          headers: { authorization: 'Bearer sandbox-token' },
        })
      ).status;
    expect(await status()).toBe(500);
    await control(sandbox, 'behave', {});
    expect(await status()).toBe(200);
  });

  it('refuses to misbehave in ways that it does not know', async () => {
    const { status, message } = await control(sandbox, 'misbehave', {
      service: 'sts',
      kind: 'explode',
    });
    expect(status).toBe(400);
    expect(message).toMatch(/^kind Invalid option/);
  });
});
