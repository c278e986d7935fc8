import type { SandboxAccount } from '../organisation';
import type { AwsCall } from './AwsCall';
import { page } from './page';
import type { PageInput, PageLimits } from './page';
import { platformIsThere } from './platformIsThere';

const LIMITS: PageLimits = {
  largestAsked: 10,
  invalidInput: 'ValidationException',
  invalidToken: 'InvalidNextToken',
};

/** Systems Manager's Parameter Store, as far as anybody looks for platforms. */
export const ssmOperations = ['GetParametersByPath'];

/**
 * What the platform of the caller's account and Region publishes: every account
 * that was always there and has an environment has one in its Regions; one that
 * was made since, once it is rolled out.
 *
 * @param hasPlatform - whether a platform was rolled out there
 * @throws AwsError as Systems Manager does
 */
export function getParametersByPath(
  body: unknown,
  call: AwsCall,
  account: SandboxAccount | undefined,
  hasPlatform: (place: { account: string; region: string }) => boolean,
) {
  const { Path = '', ...input } = body as PageInput & { Path?: string };
  const { items, NextToken } = page(
    published(call, account, hasPlatform).filter(({ name }) =>
      name.startsWith(`${Path.replace(/\/$/, '')}/`),
    ),
    input,
    () => false,
    LIMITS,
  );
  return {
    Parameters: items.map(({ name, value }) => ({
      Name: name,
      Type: 'String',
      Value: value,
      Version: 1,
      ARN: `arn:aws:ssm:${call.region}:${call.account}:parameter${name}`,
      DataType: 'text',
    })),
    NextToken,
  };
}

function published(
  { account: id, region }: AwsCall,
  account: SandboxAccount | undefined,
  hasPlatform: (place: { account: string; region: string }) => boolean,
) {
  const tags = account?.tags ?? {};
  const environment = tags['soa:environment'];
  const isThere = platformIsThere(
    { account: id, region },
    account,
    hasPlatform,
  );
  return environment && isThere
    ? Object.entries(platformOf(id, region, tags['soa:runtimes'] ?? '')).map(
        ([name, value]) => ({
          name: `/soa/platform/${environment}/${name}`,
          value,
        }),
      )
    : [];
}

/** All that a platform can have, with the clusters that the account has runtimes for. */
function platformOf(
  account: string,
  region: string,
  runtimes: string,
): Record<string, string> {
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
  return {
    'alarm-topic-arn': arn('sns', 'platform-alarms'),
    ...(runtimes.includes('ecs-') && {
      'cluster-arn': arn('ecs', 'cluster/platform'),
    }),
    ...(runtimes.includes('eks') && { 'eks-cluster-name': 'platform' }),
    'kms-key-arn': arn('kms', 'key/00000000-0000-4000-8000-000000000000'),
    'listener-arn': arn(
      'elasticloadbalancing',
      'listener/app/platform/0000000000000001/0000000000000002',
    ),
    'public-subnet-ids': 'subnet-3,subnet-4',
    'service-network-arn': arn(
      'vpc-lattice',
      'servicenetwork/sn-00000000000000001',
    ),
    'subnet-ids': 'subnet-1,subnet-2',
    'vpc-id': 'vpc-1',
    'zone-id': 'Z0000000000000000001',
  };
}
