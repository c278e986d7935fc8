import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { SSMClient } from '@aws-sdk/client-ssm';

/**
 * AWS SDK clients with the credentials that `aws:` in the configuration gives
 * for an account, standard retries at an adaptive rate, and the endpoint
 * `soa.aws.endpoint` if there is one.
 *
 * @public
 */
export interface AwsClients {
  /**
   * @param options - `accountId`: the management account, or one that the
   * organisation has delegated reading to
   */
  organizations(options: { accountId: string }): Promise<OrganizationsClient>;

  cloudTrail(options: {
    accountId: string;
    region: string;
  }): Promise<CloudTrailClient>;

  /** CloudWatch, for the states of its alarms. */
  cloudWatch(options: {
    accountId: string;
    region: string;
  }): Promise<CloudWatchClient>;
  /** For VPCs and their ranges of addresses. */
  ec2(options: { accountId: string; region: string }): Promise<EC2Client>;

  /** Systems Manager, for its Parameter Store. */
  ssm(options: { accountId: string; region: string }): Promise<SSMClient>;
}
