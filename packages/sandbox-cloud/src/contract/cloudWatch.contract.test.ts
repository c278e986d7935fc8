import { randomInt } from 'node:crypto';
import {
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import type {
  CloudWatchClient,
  DescribeAlarmsCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { mockServices } from '@backstage/backend-test-utils';
import { control } from '../__testUtils__/control';
import { startSandboxCloud } from '../startSandboxCloud';
import { awsClientsFrom } from './__testUtils__/clients';

const moto = process.env.SOA_MOTO_ENDPOINT;

const NAMES = ['checkout-prod-use1-errors', 'checkout-prod-use1-health'];

interface Target {
  endpoint: string;
  accountId: string;
  /** Has the alarm go off. */
  raise(name: string): Promise<unknown>;
  stop(): Promise<void>;
}

async function clientOf(
  { endpoint, accountId }: Pick<Target, 'endpoint' | 'accountId'>,
  region = 'us-east-1',
): Promise<CloudWatchClient> {
  const clients = await awsClientsFrom(
    mockServices.rootConfig({
      data: {
        aws: {
          mainAccount: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
          accountDefaults: { roleName: 'soa-reader' },
        },
        soa: { aws: { endpoint } },
      },
    }),
  );
  return clients.cloudWatch({ accountId, region });
}

/** What CloudWatch says of alarms, on whatever server. */
function contract(build: () => Promise<Target>) {
  let target: Target;
  const describe = async (
    input: DescribeAlarmsCommandInput,
    region?: string,
  ) => {
    const client = await clientOf(target, region);
    return client.send(
      new DescribeAlarmsCommand({
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        ...input,
      }),
    );
  };

  beforeAll(async () => {
    target = await build();
  }, 60_000);

  afterAll(() => target.stop());

  it('says of an alarm what it is', async () => {
    const { MetricAlarms } = await describe({ AlarmNames: [NAMES[0]] });
    expect(MetricAlarms).toEqual([
      expect.objectContaining({
        AlarmName: NAMES[0],
        AlarmArn: `arn:aws:cloudwatch:us-east-1:${target.accountId}:alarm:${NAMES[0]}`,
        StateValue: expect.stringMatching(/^(OK|INSUFFICIENT_DATA)$/),
        StateUpdatedTimestamp: expect.any(Date),
      }),
    ]);
  });

  it('says that one has gone off, and why', async () => {
    await target.raise(NAMES[1]);
    const { MetricAlarms } = await describe({ AlarmNames: NAMES });
    expect(
      MetricAlarms!.map(({ AlarmName, StateValue }) => [AlarmName, StateValue]),
    ).toEqual(
      expect.arrayContaining([
        [NAMES[0], expect.not.stringMatching('ALARM')],
        [NAMES[1], 'ALARM'],
      ]),
    );
    const raised = MetricAlarms!.find(one => one.AlarmName === NAMES[1])!;
    expect(raised.StateReason).toContain('Threshold Crossed');
  });

  it('knows none of another name, or elsewhere', async () => {
    const none = await describe({ AlarmNames: ['checkout'] });
    expect(none.MetricAlarms ?? []).toEqual([]);
    expect(none.CompositeAlarms ?? []).toEqual([]);
    const elsewhere = await describe({ AlarmNames: NAMES }, 'ap-south-1');
    expect(elsewhere.MetricAlarms ?? []).toEqual([]);
  });
}

describe('CloudWatch of the sandbox cloud', () => {
  contract(async () => {
    const sandbox = await startSandboxCloud();
    return {
      endpoint: sandbox.url,
      accountId: '100000000101',
      raise: alarm => control(sandbox, 'set-alarm', { alarm }),
      stop: sandbox.stop,
    };
  });
});

(moto ? describe : describe.skip)('CloudWatch of moto', () => {
  contract(async () => {
    // Of its own: several tests use the server at once.
    const place = {
      endpoint: moto!,
      accountId: String(randomInt(100_000_000_000, 999_999_999_999)),
    };
    const client = await clientOf(place);
    for (const AlarmName of NAMES) {
      await client.send(
        new PutMetricAlarmCommand({
          AlarmName,
          Namespace: 'AWS/ApplicationELB',
          MetricName: 'HTTPCode_Target_5XX_Count',
          Statistic: 'Sum',
          Period: 60,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanThreshold',
        }),
      );
    }
    return {
      ...place,
      raise: AlarmName =>
        client.send(
          new SetAlarmStateCommand({
            AlarmName,
            StateValue: 'ALARM',
            StateReason: 'Threshold Crossed',
          }),
        ),
      stop: async () => {},
    };
  });
});
