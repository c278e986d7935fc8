import { EC2Client } from '@aws-sdk/client-ec2';
import type { Vpc } from '@aws-sdk/client-ec2';
import { readVpcs } from './readVpcs';

const place = { accountId: '111122223333', region: 'us-east-1' };

function awsWith(...pages: Array<Vpc[] | Error>) {
  const client = new EC2Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  let at = 0;
  const send = jest.spyOn(client, 'send').mockImplementation(async () => {
    const page = pages[at];
    at += 1;
    if (page instanceof Error) {
      throw page;
    }
    return {
      Vpcs: page,
      ...(at < pages.length && { NextToken: String(at) }),
    } as never;
  });
  return { send, aws: { ec2: async () => client } };
}

describe('readVpcs', () => {
  it('reads every page, empty ones too, with all ranges of each VPC', async () => {
    const { aws, send } = awsWith(
      [
        {
          VpcId: 'vpc-1',
          OwnerId: '111122223333',
          CidrBlock: '10.1.0.0/16',
          CidrBlockAssociationSet: [
            {
              CidrBlock: '10.1.0.0/16',
              CidrBlockState: { State: 'associated' },
            },
            {
              CidrBlock: '10.2.0.0/16',
              CidrBlockState: { State: 'associating' },
            },
            {
              CidrBlock: '10.3.0.0/16',
              CidrBlockState: { State: 'disassociated' },
            },
          ],
        },
      ],
      [],
      [{ VpcId: 'vpc-2', OwnerId: '444455556666', CidrBlock: '10.9.0.0/20' }],
    );
    expect(await readVpcs(aws, place)).toEqual([
      { vpcId: 'vpc-1', cidr: '10.1.0.0/16', ownerAccount: '111122223333' },
      { vpcId: 'vpc-1', cidr: '10.2.0.0/16', ownerAccount: '111122223333' },
      { vpcId: 'vpc-2', cidr: '10.9.0.0/20', ownerAccount: '444455556666' },
    ]);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('gives nothing of what it did not read to its end', async () => {
    const { aws } = awsWith(
      [{ VpcId: 'vpc-1', CidrBlock: '10.1.0.0/16' }],
      new Error('UnauthorizedOperation'),
    );
    await expect(readVpcs(aws, place)).rejects.toThrow('UnauthorizedOperation');
  });
});
