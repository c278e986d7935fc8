import type { ApiCall } from '../../cloudtrail';
import type { EffectContext } from '../EffectContext';
import type { Effects } from '../Effects';

const BOUNDARIES = ['deploy-boundary', 'service-boundary'];

/**
 * What an account itself is given. Of its baseline, the roles that workspaces
 * deploy with come on top, as its variable `access` says.
 */
export function platformEffects(context: EffectContext): Effects {
  const { account, environment, service } = context;
  const parameter = {
    eventSource: 'ssm.amazonaws.com',
    eventName: 'PutParameter',
    requestParameters: {
      name:
        context.region === 'global'
          ? '/soa/baseline/version'
          : `/soa/platform/${environment}/${service}`,
    },
  };
  const policies = BOUNDARIES.map((policyName): ApiCall => {
    const arn = `arn:aws:iam::${account}:policy/soa/${policyName}`;
    return {
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreatePolicy',
      global: true,
      requestParameters: { policyName, path: '/soa/' },
      responseElements: { policy: { policyName, arn } },
      resources: [{ arn, type: 'AWS::IAM::Policy' }],
    };
  });
  return context.region === 'global'
    ? {
        create: [...policies, parameter],
        update: [parameter],
        outputs: {
          oidc_provider_arn: `arn:aws:iam::${account}:oidc-provider/app.terraform.io`,
          deploy_boundary_arn: `arn:aws:iam::${account}:policy/soa/deploy-boundary`,
          permissions_boundary_arn: `arn:aws:iam::${account}:policy/soa/service-boundary`,
        },
        resourceCount: 12,
      }
    : {
        create: [
          {
            eventSource: 'ec2.amazonaws.com',
            eventName: 'CreateVpc',
            requestParameters: { cidrBlock: '10.0.0.0/16' },
          },
          parameter,
        ],
        update: [parameter],
        outputs: {},
        resourceCount: 20,
      };
}
