import type { Vpc } from '@aws-sdk/client-ec2';
import { loadEc2 } from '../aws';
import type { AwsClients } from '../aws';
import type { VpcRange } from './VpcRange';

const PAGE_SIZE = 100;
const GONE = ['disassociated', 'failed'];

/**
 * The IPv4 ranges of all VPCs of an account and Region.
 *
 * @throws whatever AWS refuses: nothing is given of what was not read to its end
 * @public
 */
export async function readVpcs(
  aws: Pick<AwsClients, 'ec2'>,
  place: { accountId: string; region: string },
  signal?: AbortSignal,
): Promise<VpcRange[]> {
  const { paginateDescribeVpcs } = loadEc2();
  const client = await aws.ec2(place);
  const ranges: VpcRange[] = [];
  for await (const { Vpcs = [] } of paginateDescribeVpcs(
    { client, pageSize: PAGE_SIZE },
    {},
    { abortSignal: signal },
  )) {
    for (const vpc of Vpcs) {
      const { VpcId: vpcId, OwnerId: ownerAccount = place.accountId } = vpc;
      ranges.push(
        ...rangesOf(vpc).map(cidr => ({ vpcId: vpcId!, cidr, ownerAccount })),
      );
    }
  }
  return ranges;
}

function rangesOf({ CidrBlock, CidrBlockAssociationSet = [] }: Vpc): string[] {
  const associated = CidrBlockAssociationSet.filter(
    ({ CidrBlockState }) => !GONE.includes(CidrBlockState?.State ?? ''),
  ).map(association => association.CidrBlock);
  return [...new Set([CidrBlock, ...associated])].filter(
    cidr => cidr,
  ) as string[];
}
