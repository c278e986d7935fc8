import type { ApiCall } from '../../cloudtrail';
import type { EffectContext } from '../EffectContext';
import type { Effects } from '../Effects';
import { arn } from './arn';
import { createRole, roleArn } from './taskRole';

export function eksEffects(context: EffectContext): Effects {
  const clusterArn = arn(context, 'eks', 'cluster/runtime-eks');
  const associationArn = arn(
    context,
    'eks',
    `podidentityassociation/runtime-eks/a-${context.service}-${context.key}`,
  );
  const association: Omit<ApiCall, 'eventName'> = {
    eventSource: 'eks.amazonaws.com',
    requestParameters: {
      name: 'runtime-eks',
      namespace: context.service,
      serviceAccount: context.service,
      roleArn: roleArn(context),
    },
    responseElements: { association: { associationArn } },
    resources: [
      { arn: associationArn, type: 'AWS::EKS::PodIdentityAssociation' },
    ],
  };
  return {
    create: [
      createRole(context),
      { ...association, eventName: 'CreatePodIdentityAssociation' },
    ],
    update: [{ ...association, eventName: 'UpdatePodIdentityAssociation' }],
    outputs: {
      cluster_arn: clusterArn,
      pod_identity_association_arn: associationArn,
      task_role_arn: roleArn(context),
    },
    resources: [
      'module.service.aws_iam_role.pod',
      'module.service.kubernetes_namespace_v1.this',
      'module.service.kubernetes_service_account_v1.this',
      'module.service.kubernetes_deployment_v1.this',
      'module.service.aws_eks_pod_identity_association.this',
    ],
  };
}
