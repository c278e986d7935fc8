import { randomUUID } from 'node:crypto';
import type { SandboxAccount } from '../organisation';
import type { AwsCall } from './AwsCall';
import { platformIsThere } from './platformIsThere';
import { xmlText } from './xmlText';

const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'];
// Below it is room for ranges that the portal gives out.
const FIRST = 64;

/** EC2, as far as anybody asks which VPCs there are. */
export const ec2Operations = ['DescribeVpcs'];

/**
 * The VPC of the platform that is in the caller's account and Region, as the query
 * protocol of EC2 writes it.
 *
 * @param accounts - all of the organisation
 */
export function describeVpcs(
  { account: id, region }: AwsCall,
  accounts: readonly SandboxAccount[],
  hasPlatform: (place: { account: string; region: string }) => boolean,
): string {
  const index = accounts.findIndex(account => account.id === id);
  const isThere = platformIsThere(
    { account: id, region },
    accounts[index],
    hasPlatform,
  );
  const cidr = `10.${
    FIRST + index * REGIONS.length + Math.max(REGIONS.indexOf(region), 0)
  }.0.0/16`;
  const vpc = `<item>
      <vpcId>vpc-1</vpcId>
      <ownerId>${id}</ownerId>
      <state>available</state>
      <cidrBlock>${cidr}</cidrBlock>
      <cidrBlockAssociationSet><item>
        <associationId>vpc-cidr-assoc-1</associationId>
        <cidrBlock>${cidr}</cidrBlock>
        <cidrBlockState><state>associated</state></cidrBlockState>
      </item></cidrBlockAssociationSet>
      <isDefault>false</isDefault>
    </item>`;
  return `<DescribeVpcsResponse xmlns="${NAMESPACE}">
  <requestId>${randomUUID()}</requestId>
  <vpcSet>${isThere ? vpc : ''}</vpcSet>
</DescribeVpcsResponse>`;
}

/** An error as EC2 writes it. */
export function ec2Error(code: string, message: string): string {
  return `<Response><Errors><Error><Code>${code}</Code><Message>${xmlText(
    message,
  )}</Message></Error></Errors><RequestID>${randomUUID()}</RequestID></Response>`;
}
