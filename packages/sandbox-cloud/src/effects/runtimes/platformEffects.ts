import type { ApiCall } from '../../cloudtrail';
import type { EffectContext } from '../EffectContext';
import type { Effects } from '../Effects';

const BASELINE_VERSION = '1.0.0';
const GUARDRAILS = JSON.stringify([
  'S3 buckets are not public',
  'New EBS volumes are encrypted in us-east-1',
  'EBS snapshots and machine images are not shared in us-east-1',
  'Instances give their metadata to IMDSv2 only in us-east-1',
  'Passwords of IAM users have at least 14 characters',
  'IAM Access Analyzer looks for what is open to other accounts in us-east-1',
]);
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
          baseline_version: BASELINE_VERSION,
          guardrails: GUARDRAILS,
          oidc_provider_arn: `arn:aws:iam::${account}:oidc-provider/app.terraform.io`,
          deploy_boundary_arn: `arn:aws:iam::${account}:policy/soa/deploy-boundary`,
          permissions_boundary_arn: `arn:aws:iam::${account}:policy/soa/service-boundary`,
        },
        resources: [
          'module.baseline.aws_iam_openid_connect_provider.terraform',
          'module.baseline.aws_iam_policy.deploy_boundary',
          'module.baseline.aws_iam_policy.service_boundary',
          'module.baseline.aws_iam_account_password_policy.this',
          'module.baseline.aws_s3_account_public_access_block.this',
          'module.baseline.aws_ebs_encryption_by_default.this',
          'module.baseline.aws_ec2_image_block_public_access.this',
          'module.baseline.aws_ec2_instance_metadata_defaults.this',
          'module.baseline.aws_accessanalyzer_analyzer.this',
          'module.baseline.aws_iam_service_linked_role.ecs[0]',
          'module.baseline.aws_ebs_snapshot_block_public_access.this',
          'module.baseline.aws_ssm_parameter.version',
        ],
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
        resources: [
          'module.platform.aws_kms_key.this',
          'module.platform.aws_kms_alias.this',
          'module.platform.aws_vpc.this',
          'module.platform.aws_internet_gateway.this',
          'module.platform.aws_subnet.private[0]',
          'module.platform.aws_subnet.private[1]',
          'module.platform.aws_subnet.public[0]',
          'module.platform.aws_subnet.public[1]',
          'module.platform.aws_route_table.private',
          'module.platform.aws_route_table.public',
          'module.platform.aws_flow_log.this',
          'module.platform.aws_cloudwatch_log_group.flow',
          'module.platform.aws_route53_zone.this',
          'module.platform.aws_security_group.load_balancer',
          'module.platform.aws_lb.this',
          'module.platform.aws_lb_listener.https',
          'module.platform.aws_vpclattice_service_network_vpc_association.this',
          'module.platform.aws_sns_topic.alarms',
          'module.platform.aws_ecs_cluster.this',
          'module.platform.aws_ssm_parameter.this["vpc-id"]',
        ],
      };
}
