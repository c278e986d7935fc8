import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import { consoleOrigin } from './consoleOrigin';

interface ArnParts {
  service: string;
  region: string;
  /** All that comes after the account, colons included. */
  resource: string;
  arn: string;
}

type PathOf = (parts: ArnParts) => string | undefined;

/** A part of a path, or of a page within one: it may hold anything. */
const part = encodeURIComponent;

const EC2_PAGES: Readonly<Record<string, [console: string, page: string]>> = {
  vpc: ['vpcconsole', 'VpcDetails:VpcId='],
  subnet: ['vpcconsole', 'SubnetDetails:subnetId='],
  'security-group': ['ec2', 'SecurityGroup:groupId='],
  instance: ['ec2', 'InstanceDetails:instanceId='],
  'launch-template': ['ec2', 'LaunchTemplateDetails:launchTemplateId='],
};

// Services whose console is the same in all Regions leave the ARN's empty.
const PATHS: Readonly<Record<string, PathOf>> = {
  ecs: ({ resource, region }) => {
    const [kind, cluster, service] = resource.split('/');
    if (kind === 'cluster') {
      return `/ecs/v2/clusters/${part(cluster)}/services?region=${region}`;
    }
    if (kind === 'service' && service) {
      return `/ecs/v2/clusters/${part(cluster)}/services/${part(
        service,
      )}?region=${region}`;
    }
    const [, family, revision] =
      /^task-definition\/([^:]+):(\d+)$/.exec(resource) ?? [];
    return (
      family &&
      `/ecs/v2/task-definitions/${part(family)}/${revision}?region=${region}`
    );
  },
  eks: ({ resource, region }) => {
    const [, cluster] =
      /^(?:cluster|podidentityassociation)\/([^/]+)/.exec(resource) ?? [];
    return cluster && `/eks/clusters/${part(cluster)}?region=${region}`;
  },
  lambda: ({ resource, region }) => {
    const [, name] = /^function:([^:]+)/.exec(resource) ?? [];
    return name && `/lambda/home?region=${region}#/functions/${part(name)}`;
  },
  logs: ({ resource, region }) => {
    const [, name] = /^log-group:([^:]+)/.exec(resource) ?? [];
    // Its console decodes the name twice.
    return (
      name &&
      `/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${part(
        part(name),
      )}`
    );
  },
  elasticloadbalancing: ({ resource, region, arn }) => {
    const page = resource.startsWith('targetgroup/')
      ? 'TargetGroup:targetGroupArn'
      : 'LoadBalancer:loadBalancerArn';
    return `/ec2/home?region=${region}#${page}=${part(arn)}`;
  },
  autoscaling: ({ resource, region }) => {
    const [, name] = /autoScalingGroupName\/(.+)$/.exec(resource) ?? [];
    return (
      name &&
      `/ec2/home?region=${region}#AutoScalingGroupDetails:id=${part(name)}`
    );
  },
  ec2: ({ resource, region }) => {
    const [kind, id] = resource.split('/');
    const page = EC2_PAGES[kind];
    return page && `/${page[0]}/home?region=${region}#${page[1]}${part(id)}`;
  },
  s3: ({ resource }) => `/s3/buckets/${part(resource)}`,
  cloudfront: ({ resource }) =>
    `/cloudfront/v4/home#/distributions/${part(resource.split('/')[1] ?? '')}`,
  iam: ({ resource, arn }) => {
    const name = resource.split('/').at(-1) ?? '';
    if (resource.startsWith('role/')) {
      return `/iam/home#/roles/details/${part(name)}`;
    }
    return resource.startsWith('policy/')
      ? `/iam/home#/policies/details/${part(arn)}`
      : undefined;
  },
  sqs: ({ region, arn }) =>
    `/sqs/v3/home?region=${region}#/queues/${part(arn)}`,
  kms: ({ resource, region }) => {
    const [kind, id] = resource.split('/');
    return kind === 'key'
      ? `/kms/home?region=${region}#/kms/keys/${part(id)}`
      : undefined;
  },
  cloudformation: ({ region, arn }) =>
    `/cloudformation/home?region=${region}#/stacks/stackinfo?stackId=${part(
      arn,
    )}`,
};

const ARN = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):([^\s]+)$/;

/**
 * The page of AWS's console that shows a resource.
 *
 * @param arn - anything: what is no ARN, or none of a service that is known here, has
 *   no page
 * @returns with the account that the page is to be opened in; empty where the ARN names
 *   none
 * @public
 */
export function arnConsoleUrl(
  arn: string,
): { url: string; accountId: string } | undefined {
  const [, partition, service, named, accountId, resource] =
    ARN.exec(arn) ?? [];
  // Only commercial Regions have services without one that are known here.
  if (!resource || (!named && partition !== 'aws')) {
    return undefined;
  }
  const region = named || GLOBAL_REGION;
  const origin = consoleOrigin(region);
  const path = Object.hasOwn(PATHS, service)
    ? PATHS[service]({ service, region, resource, arn })
    : undefined;
  return origin && path ? { url: origin + path, accountId } : undefined;
}
