import type { ApiCall } from '../../cloudtrail';
import type { EffectContext } from '../EffectContext';

/** The role that the service's own code runs in. */
export function roleArn(context: EffectContext): string {
  return `arn:aws:iam::${context.account}:role/soa/${context.service}-${context.key}-task`;
}

export function createRole(context: EffectContext): ApiCall {
  const roleName = `${context.service}-${context.key}-task`;
  return {
    eventSource: 'iam.amazonaws.com',
    eventName: 'CreateRole',
    global: true,
    requestParameters: { roleName, path: '/soa/' },
    responseElements: { role: { roleName, arn: roleArn(context) } },
    resources: [{ arn: roleArn(context), type: 'AWS::IAM::Role' }],
  };
}
