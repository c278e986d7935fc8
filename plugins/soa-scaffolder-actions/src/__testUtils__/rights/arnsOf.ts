import type { Planned } from './plannedBy';

const REGION = 'us-east-1';

/** What the action is asked of: by name, where names are known and rights go by them. */
export function arnsOf(
  action: string,
  run: Planned,
  account: string,
): string[] {
  const [service, name] = action.split(':');
  const of = <T>(type: string, arn: (its: Record<string, string>) => T) =>
    run.resources
      .filter(resource => resource.type === type)
      .map(({ values }) => arn(values));
  const iam = (kind: string) => (its: Record<string, string>) =>
    `arn:aws:iam::${account}:${kind}${its.path ?? '/'}${its.name}`;
  const here = (kind: string) =>
    `arn:aws:${service}:${REGION}:${account}:${kind}`;
  const object = /^(Get|Put|Delete|List)\w*Object(Version)?$/.test(name)
    ? '/index.html'
    : '';
  const found: Record<string, () => string[]> = {
    cloudformation: () =>
      of('aws_cloudformation_stack', its => `${here(`stack/${its.name}`)}/id`),
    ec2: () => {
      if (/LaunchTemplate/.test(name)) {
        return of('aws_launch_template', () => here('launch-template/lt-1'));
      }
      return /SecurityGroup|Tags$/.test(name)
        ? of('aws_default_security_group', () => here('security-group/sg-1'))
        : [];
    },
    eks: () =>
      of('aws_eks_access_entry', its => [
        here(`cluster/${its.cluster_name}`),
        here(`access-entry/${its.cluster_name}/role/${account}/x/id`),
      ]).flat(),
    iam: () => {
      if (/OpenIDConnectProvider/.test(name)) {
        return of(
          'aws_iam_openid_connect_provider',
          ({ url }) =>
            `arn:aws:iam::${account}:oidc-provider/${url.replace(
              'https://',
              '',
            )}`,
        );
      }
      if (/InstanceProfile$/.test(name)) {
        return of('aws_iam_instance_profile', iam('instance-profile'));
      }
      return /Policy(Version|Versions)?$/.test(name) && !/Role/.test(name)
        ? of('aws_iam_policy', iam('policy'))
        : of('aws_iam_role', iam('role'));
    },
    lambda: () =>
      of('aws_lambda_function', its =>
        here(
          `function:${its.function_name}${
            /Alias|Provisioned/.test(name) ? ':live' : ''
          }`,
        ),
      ),
    s3: () =>
      of('aws_s3_bucket', its => {
        // Tests have accounts of their own.
        const bucket = its.bucket.replace(/\d{12}/, account);
        return `arn:aws:s3:::${bucket}${object}`;
      }),
    ssm: () => of('aws_ssm_parameter', its => here(`parameter${its.name}`)),
  };
  const arns = found[service]?.() ?? [];
  return arns.length > 0 ? arns : [here('thing/of-no-known-name')];
}
