/**
 * What the platform of an account, Region and environment can publish, as SSM
 * parameters `/soa/platform/<environment>/<name>`.
 *
 * @public
 */
export const PLATFORM_PARAMETERS = [
  'alarm-topic-arn',
  'cluster-arn',
  'eks-cluster-name',
  'kms-key-arn',
  'listener-arn',
  'public-subnet-ids',
  'service-network-arn',
  'subnet-ids',
  'vpc-id',
  'zone-id',
] as const;

/** @public */
export type PlatformParameter = (typeof PLATFORM_PARAMETERS)[number];
