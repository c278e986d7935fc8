import {
  outsiderCaller,
  personCaller,
  record,
  serviceCaller,
  serviceRoleCaller,
} from '../cloudtrail';
import type { ApiCall, Caller, CloudTrailRecord } from '../cloudtrail';
import {
  LOG_ARCHIVE_ACCOUNT,
  MANAGEMENT_ACCOUNT,
  SANDBOX_ADMINISTRATOR,
} from '../organisation';
import type { SandboxAccount } from '../organisation';
import { anyTime, everyDay, workingTime } from './days';

/** Who sells the monitoring of production accounts. */
const VENDOR_ACCOUNT = '210987654321';

/** What happens in every account, whatever runs there. */
export function accountHistory(
  account: SandboxAccount,
  now: number,
): CloudTrailRecord[] {
  const { id, tags } = account;
  const regions = tags['soa:regions']?.split(' ') ?? ['us-east-1'];
  const vendorRole = `arn:aws:iam::${id}:role/vendor-monitoring`;
  const config = serviceRoleCaller(
    id,
    'AWSServiceRoleForConfig',
    'config.amazonaws.com',
  );

  const guardDuty = serviceRoleCaller(
    id,
    'AWSServiceRoleForAmazonGuardDuty',
    'guardduty.amazonaws.com',
  );

  return everyDay(day => {
    const happen = (region: string, call: ApiCall, by: Caller, time?: number) =>
      record(call, by, {
        account: id,
        region,
        time: time ?? anyTime(now, day, id, region, call.eventName),
        id: JSON.stringify(['account', id, day, region, call.eventName]),
      });
    const records = regions.flatMap(region => [
      happen(
        region,
        {
          eventSource: 'ec2.amazonaws.com',
          eventName: 'DescribeSecurityGroups',
        },
        config,
      ),
      happen(
        region,
        {
          eventSource: 'ec2.amazonaws.com',
          eventName: 'DescribeInstances',
        },
        guardDuty,
      ),
    ]);
    if (id === LOG_ARCHIVE_ACCOUNT) {
      records.push(
        happen(
          'us-east-1',
          {
            eventSource: 's3.amazonaws.com',
            eventName: 'GetBucketAcl',
            requestParameters: { bucketName: 'acme-organization-trail' },
          },
          serviceCaller('cloudtrail.amazonaws.com'),
        ),
      );
    }
    if (tags['soa:environment'] === 'prod') {
      records.push(
        happen(
          'us-east-1',
          {
            eventSource: 'sts.amazonaws.com',
            eventName: 'AssumeRole',
            readOnly: true,
            requestParameters: { roleArn: vendorRole },
            resources: [{ arn: vendorRole, type: 'AWS::IAM::Role' }],
          },
          outsiderCaller(VENDOR_ACCOUNT, 'vendor-monitoring'),
        ),
      );
    }
    const openTime = workingTime(now, day, id);
    if (id === MANAGEMENT_ACCOUNT && openTime !== undefined) {
      records.push(
        happen(
          'us-east-1',
          {
            eventSource: 'organizations.amazonaws.com',
            eventName: 'ListAccounts',
            global: true,
          },
          personCaller(id, SANDBOX_ADMINISTRATOR.email, 'console'),
          openTime,
        ),
      );
    }
    return records;
  });
}
