import type { ApiCall } from '../../cloudtrail';
import type { EffectContext } from '../EffectContext';
import { arn } from './arn';

/** Where the service's logs go. */
export function logGroupArn(context: EffectContext): string {
  return arn(
    context,
    'logs',
    `log-group:/soa/${context.service}-${context.key}`,
  );
}

export function createLogGroup(context: EffectContext): ApiCall {
  return {
    eventSource: 'logs.amazonaws.com',
    eventName: 'CreateLogGroup',
    requestParameters: {
      logGroupName: `/soa/${context.service}-${context.key}`,
    },
  };
}
