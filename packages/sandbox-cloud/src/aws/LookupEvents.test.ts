import {
  CloudTrailClient,
  LookupEventsCommand,
} from '@aws-sdk/client-cloudtrail';
import type { LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import { awsClients } from '../__testUtils__/awsClients';
import { control } from '../__testUtils__/control';
import { TestClock } from '../__testUtils__/TestClock';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';

const ACCOUNT = '100000000101';
const DAY_MS = 86_400_000;

describe('LookupEvents', () => {
  let clock: TestClock;
  let sandbox: SandboxCloud;
  let client: CloudTrailClient;

  beforeEach(async () => {
    clock = new TestClock();
    sandbox = await startSandboxCloud({ now: clock.now });
    client = await awsClients(sandbox).cloudTrail(ACCOUNT);
  });

  afterEach(() => sandbox.stop());

  const look = (input: LookupEventsCommandInput = {}, from = client) => {
    clock.pass(1_000);
    return from.send(new LookupEventsCommand(input));
  };
  const readAll = async (input: LookupEventsCommandInput = {}) => {
    const events = [];
    let NextToken: string | undefined;
    do {
      const page = await look({ ...input, NextToken });
      events.push(...page.Events!);
      NextToken = page.NextToken;
    } while (NextToken);
    return events;
  };

  it('gives every event once, newest first, fifty a page', async () => {
    const first = await look();
    expect(first.Events).toHaveLength(50);
    const events = await readAll();
    expect(events.length).toBeGreaterThan(150);
    expect(new Set(events.map(({ EventId }) => EventId)).size).toBe(
      events.length,
    );
    const times = events.map(({ EventTime }) => EventTime!.getTime());
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('says of an event what its record says', async () => {
    const events = await readAll();
    for (const event of events) {
      const record = JSON.parse(event.CloudTrailEvent!);
      expect(record).toMatchObject({
        eventVersion: '1.11',
        eventID: event.EventId,
        eventName: event.EventName,
        eventSource: event.EventSource,
        recipientAccountId: ACCOUNT,
        awsRegion: 'us-east-1',
      });
      expect(event.ReadOnly).toBe(String(record.readOnly));
      expect(event.AccessKeyId).toBe(record.userIdentity.accessKeyId);
    }
    expect(events.map(({ Username }) => Username)).toContain(
      'mika@acme.example',
    );
  });

  it('tells accounts and Regions apart', async () => {
    const clients = awsClients(sandbox);
    const elsewhere = await Promise.all([
      clients.cloudTrail(ACCOUNT, 'eu-west-1'),
      clients.cloudTrail('100000000102'),
      clients.cloudTrail('100000000901').catch(error => error.name),
    ]);
    const own = (await readAll()).map(({ EventId }) => EventId);
    for (const other of elsewhere.slice(0, 2) as CloudTrailClient[]) {
      const { Events } = await look({}, other);
      expect(Events).toHaveLength(50);
      expect(own).not.toContain(Events![0].EventId);
    }
    expect(elsewhere[2]).toBe('AccessDenied');
  });

  it('looks up by time', async () => {
    const end = new Date(clock.time - 2 * DAY_MS);
    const start = new Date(clock.time - 4 * DAY_MS);
    const events = await readAll({ StartTime: start, EndTime: end });
    expect(events.length).toBeGreaterThan(10);
    for (const { EventTime } of events) {
      expect(EventTime! >= start && EventTime! <= end).toBe(true);
    }
    await expect(look({ StartTime: end, EndTime: start })).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidTimeRangeException' }),
    );
  });

  it('forgets what is older than ninety days', async () => {
    clock.pass(90 * DAY_MS);
    expect(await readAll()).toEqual([]);
  });

  it.each([
    ['ReadOnly', 'false'],
    ['EventName', 'UpdateService'],
    ['EventSource', 'iam.amazonaws.com'],
    ['Username', 'dana@acme.example'],
    ['ResourceName', `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/runtime-ecs`],
    ['ResourceType', 'AWS::ECS::Service'],
  ] as const)('looks up by %s', async (AttributeKey, AttributeValue) => {
    const all = await readAll();
    const found = await readAll({
      LookupAttributes: [{ AttributeKey, AttributeValue }],
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    for (const event of found) {
      expect(JSON.stringify(event)).toContain(AttributeValue);
    }
  });

  it('finds one event by its id, and those of one access key', async () => {
    const [event] = (await look()).Events!;
    const byId = await readAll({
      LookupAttributes: [
        { AttributeKey: 'EventId', AttributeValue: event.EventId },
      ],
    });
    expect(byId).toEqual([event]);
    const { AccessKeyId } = (await readAll()).find(one => one.AccessKeyId)!;
    const byKey = await readAll({
      LookupAttributes: [
        { AttributeKey: 'AccessKeyId', AttributeValue: AccessKeyId },
      ],
    });
    expect(new Set(byKey.map(one => one.AccessKeyId))).toEqual(
      new Set([AccessKeyId]),
    );
  });

  it('takes one attribute, and pages up to fifty', async () => {
    const attribute = {
      AttributeKey: 'ReadOnly',
      AttributeValue: 'true',
    } as const;
    await expect(
      look({ LookupAttributes: [attribute, attribute] }),
    ).rejects.toMatchObject({ name: 'InvalidLookupAttributesException' });
    for (const MaxResults of [0, 51]) {
      await expect(look({ MaxResults })).rejects.toMatchObject({
        name: 'InvalidMaxResultsException',
      });
    }
    expect((await look({ MaxResults: 7 })).Events).toHaveLength(7);
  });

  it('takes a token only with the request that it was made for', async () => {
    const { NextToken } = await look({ MaxResults: 10 });
    const elsewhere = await awsClients(sandbox).cloudTrail(
      ACCOUNT,
      'eu-west-1',
    );
    const invalid = { name: 'InvalidNextTokenException' };
    await expect(look({ NextToken })).rejects.toMatchObject(invalid);
    await expect(
      look({ MaxResults: 10, NextToken }, elsewhere),
    ).rejects.toMatchObject(invalid);
    await expect(look({ NextToken: 'bm9uc2Vuc2U' })).rejects.toMatchObject(
      invalid,
    );
    expect((await look({ MaxResults: 10, NextToken })).Events).toHaveLength(10);
  });

  it('goes on where it was when events arrive between pages', async () => {
    const before = (await readAll()).map(({ EventId }) => EventId);
    const first = await look({ MaxResults: 10 });
    await control(sandbox, 'break-cluster', {});
    const second = await look({ MaxResults: 10, NextToken: first.NextToken });
    expect(
      [...first.Events!, ...second.Events!].map(({ EventId }) => EventId),
    ).toEqual(before.slice(0, 20));
  });

  it('takes two calls a second for an account and Region', async () => {
    const other = await awsClients(sandbox).cloudTrail(ACCOUNT, 'eu-west-1');
    clock.pass(1_000);
    const command = () => new LookupEventsCommand({ MaxResults: 1 });
    await client.send(command());
    await client.send(command());
    await expect(client.send(command())).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 400 },
    });
    await other.send(command());
    clock.pass(1_000);
    await client.send(command());
  });

  it('gives an empty page with a token when it is asked to', async () => {
    const rule = { service: 'cloudtrail', kind: 'empty-page', times: 2 };
    await control(sandbox, 'misbehave', rule);
    const page = await look();
    expect(page.Events).toEqual([]);
    expect(page.NextToken).toBeDefined();
    const again = await look({ NextToken: page.NextToken });
    expect(again.Events).toEqual([]);
    const whole = await look({ NextToken: again.NextToken });
    expect(whole.Events).toEqual((await look()).Events);
  });

  it('gives events twice when it is asked to, and loses none', async () => {
    const rule = { service: 'cloudtrail', kind: 'repeat-events', times: 1 };
    const all = (await readAll()).map(({ EventId }) => EventId);
    await control(sandbox, 'misbehave', rule);
    const twice = (await readAll()).map(({ EventId }) => EventId);
    expect(twice.length).toBe(all.length + 25);
    expect([...new Set(twice)]).toEqual(all);
  });

  it('delivers events late when it is asked to', async () => {
    const rule = { service: 'cloudtrail', kind: 'late-events', times: 1 };
    const clusterEvents = async () =>
      (await readAll({ StartTime: new Date(clock.time - 60_000) }))
        .map(({ EventName }) => EventName)
        .filter(name => name === 'DeleteCluster' || name === 'DeleteService');
    await control(sandbox, 'misbehave', rule);
    await control(sandbox, 'break-cluster', {});
    const soon = await clusterEvents();
    const start = new Date(clock.time - 60_000);
    clock.pass(300_000);
    const later = (await readAll({ StartTime: start })).filter(
      ({ EventName }) => EventName === 'DeleteService',
    );
    expect(soon).toEqual([
      'DeleteCluster',
      'DeleteService',
      'DeleteService',
      'DeleteService',
    ]);
    expect(later).toHaveLength(4);
  });
});
