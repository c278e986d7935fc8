import { cloudWatchOperations } from './cloudWatch';
import { organizationsOperations } from './organizations';
import { ssmOperations } from './parameterStore';
import { ec2Operations } from './vpcs';

/** Every operation of AWS that the sandbox cloud answers, by service. */
export const awsOperations: Readonly<Record<string, readonly string[]>> = {
  organizations: organizationsOperations,
  cloudtrail: ['LookupEvents'],
  cloudwatch: cloudWatchOperations,
  ec2: ec2Operations,
  ssm: ssmOperations,
  sts: ['AssumeRole'],
};
