import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import type { RolloutCheck } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from '../store';
import type { CheckContext } from './CheckContext';
import type { CheckFinding } from './CheckFinding';

/** Looks at the alarm of a placement's account and Region. */
export async function checkAlarm(
  check: RolloutCheck & { type: 'cloudwatch-alarm' },
  { placement }: TargetRecord,
  { aws, signal }: CheckContext,
): Promise<CheckFinding> {
  const { alarm, account: accountId = placement.account } = check;
  const region = check.region ?? placement.region;
  const client = await aws.cloudWatch({ accountId, region });
  const { MetricAlarms = [], CompositeAlarms = [] } = await client.send(
    new DescribeAlarmsCommand({
      AlarmNames: [alarm],
      AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
    }),
    { abortSignal: signal },
  );
  const [found] = [...MetricAlarms, ...CompositeAlarms];
  const where = `${accountId}, ${region}`;
  if (!found) {
    return {
      state: 'failing',
      message: `There is no alarm ${alarm} in ${where}.`,
    };
  }
  return found.StateValue === 'ALARM'
    ? {
        state: 'failed',
        message: `The alarm ${alarm} in ${where} is in ALARM: ${
          found.StateReason ?? 'it does not say why'
        }`,
      }
    : { state: 'passing' };
}
