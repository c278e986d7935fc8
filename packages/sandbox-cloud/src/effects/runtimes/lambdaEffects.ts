import type { EffectContext } from '../EffectContext';
import type { Effects } from '../Effects';
import { arn } from './arn';
import { createLogGroup, logGroupArn } from './logGroup';
import { createRole, roleArn } from './taskRole';
import { urlOf } from './urlOf';

export function lambdaEffects(context: EffectContext): Effects {
  const functionName = `${context.service}-${context.key}`;
  const functionArn = arn(context, 'lambda', `function:${functionName}`);
  const common = {
    eventSource: 'lambda.amazonaws.com',
    requestParameters: { functionName },
    responseElements: { functionName, functionArn },
    resources: [{ arn: functionArn, type: 'AWS::Lambda::Function' }],
  };
  return {
    create: [
      createLogGroup(context),
      createRole(context),
      { ...common, eventName: 'CreateFunction20150331' },
    ],
    update: [{ ...common, eventName: 'UpdateFunctionCode20150331v2' }],
    outputs: {
      function_arn: functionArn,
      task_role_arn: roleArn(context),
      log_group_arn: logGroupArn(context),
      url: urlOf(context),
    },
    resources: [
      'module.service.aws_cloudwatch_log_group.this',
      'module.service.aws_iam_role.function',
      'module.service.aws_iam_role_policy.log',
      'module.service.aws_lambda_alias.live',
      'module.service.aws_cloudwatch_metric_alarm.errors',
      'module.service.aws_lambda_function.this',
    ],
  };
}
