import type { Runtime } from '../runtime';
import type { PlatformParameter } from './platformParameters';

const ALWAYS: Readonly<Record<Runtime, readonly PlatformParameter[]>> = {
  'ecs-fargate': ['kms-key-arn'],
  'ecs-ec2': ['kms-key-arn', 'subnet-ids', 'vpc-id'],
  eks: ['eks-cluster-name'],
  lambda: ['kms-key-arn'],
  ec2: ['kms-key-arn', 'subnet-ids', 'vpc-id'],
  'static-site': [],
  platform: [],
};

/**
 * What services on a runtime read of their platform, whatever else they are set
 * to. Of a runtime that gives none, nobody has to look for a platform.
 *
 * @public
 */
export function platformParametersOf(
  runtime: Runtime,
): readonly PlatformParameter[] {
  return ALWAYS[runtime];
}
