import type { Alarm, Alarms } from './Alarms';
import type { AwsCall } from './AwsCall';
import { page } from './page';
import type { PageLimits } from './page';

const LIMITS: PageLimits = {
  largestAsked: 100,
  invalidInput: 'ValidationError',
  invalidToken: 'InvalidNextToken',
};

/** CloudWatch, as far as anybody looks whether an alarm is well. */
export const cloudWatchOperations = ['DescribeAlarms'];

interface DescribeAlarms {
  AlarmNames?: string[];
  AlarmTypes?: string[];
  MaxRecords?: number;
  NextToken?: string;
}

/**
 * The alarms of the caller's account and Region. None of them is a composite one.
 *
 * @throws AwsError as CloudWatch does
 */
export function describeAlarms(body: unknown, call: AwsCall, alarms: Alarms) {
  const {
    AlarmNames,
    AlarmTypes = ['MetricAlarm'],
    MaxRecords,
    NextToken: from,
  } = body as DescribeAlarms;
  const wanted = alarms
    .in(call)
    .filter(
      ({ name }) =>
        AlarmTypes.includes('MetricAlarm') &&
        (!AlarmNames || AlarmNames.includes(name)),
    );
  const { items, NextToken } = page(
    wanted,
    { MaxResults: MaxRecords, NextToken: from },
    () => false,
    LIMITS,
  );
  return {
    MetricAlarms: items.map(alarm => metricAlarm(alarm, call)),
    CompositeAlarms: [],
    NextToken,
  };
}

function metricAlarm(
  { name, metric, state, since }: Alarm,
  { account, region }: AwsCall,
) {
  return {
    AlarmName: name,
    AlarmArn: `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`,
    ActionsEnabled: true,
    StateValue: state,
    StateReason:
      state === 'ALARM'
        ? 'Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (1.0) (simulated).'
        : 'No datapoint was greater than the threshold (1.0) (simulated).',
    StateUpdatedTimestamp: since / 1_000,
    Namespace: 'AWS/ApplicationELB',
    MetricName: metric,
    Statistic: 'Sum',
    Dimensions: [],
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  };
}
