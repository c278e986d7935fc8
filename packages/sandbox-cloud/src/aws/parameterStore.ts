import { accounts } from '../organisation';
import type { AwsCall } from './AwsCall';
import { AwsError } from './AwsError';

const DOCUMENTED_LARGEST_PAGE = 10;

/** Systems Manager's Parameter Store, as far as anybody looks for platforms. */
export const ssmOperations = ['GetParametersByPath'];

/**
 * What the platform of the caller's account and Region publishes: every account
 * with an environment and runtimes has one in its Regions.
 *
 * @throws AwsError as Systems Manager does
 */
export function getParametersByPath(body: unknown, call: AwsCall) {
  const { Path = '', MaxResults = DOCUMENTED_LARGEST_PAGE } = body as {
    Path?: string;
    MaxResults?: number;
  };
  if (!(MaxResults >= 1 && MaxResults <= DOCUMENTED_LARGEST_PAGE)) {
    throw new AwsError(
      'ValidationException',
      `Value at 'maxResults' failed to satisfy constraint: Member must be between 1 and ${DOCUMENTED_LARGEST_PAGE}`,
    );
  }
  const names = published(call).filter(({ name }) =>
    name.startsWith(`${Path.replace(/\/$/, '')}/`),
  );
  return {
    Parameters: names.slice(0, MaxResults).map(({ name, value }) => ({
      Name: name,
      Type: 'String',
      Value: value,
      Version: 1,
      ARN: `arn:aws:ssm:${call.region}:${call.account}:parameter${name}`,
      DataType: 'text',
    })),
  };
}

function published({ account: id, region }: AwsCall) {
  const tags = accounts.find(one => one.id === id)?.tags ?? {};
  const environment = tags['soa:environment'];
  const isThere = tags['soa:regions']?.split(' ').includes(region);
  return environment && isThere
    ? Object.entries({
        'kms-key-arn': `arn:aws:kms:${region}:${id}:key/00000000-0000-4000-8000-000000000000`,
        'subnet-ids': 'subnet-1,subnet-2',
        'vpc-id': 'vpc-1',
      }).map(([name, value]) => ({
        name: `/soa/platform/${environment}/${name}`,
        value,
      }))
    : [];
}
