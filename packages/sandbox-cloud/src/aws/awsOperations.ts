import { cloudWatchOperations } from './cloudWatch';
import { organizationsOperations } from './organizations';
import { ssmOperations } from './parameterStore';

/** Every operation of AWS that the sandbox cloud answers, by service. */
export const awsOperations: Readonly<Record<string, readonly string[]>> = {
  organizations: organizationsOperations,
  cloudtrail: ['LookupEvents'],
  cloudwatch: cloudWatchOperations,
  ssm: ssmOperations,
  sts: ['AssumeRole'],
};
