import { arnsOf } from './arnsOf';
import type { Planned } from './plannedBy';
import type { ResourceRights } from './ResourceRights';

/** What a run asks of AWS. */
export interface RunRequest {
  action: string;
  resource: string;
  context: Record<string, string>;
}

const REGION = 'us-east-1';
const OTHERS = 'acme/somebody-elses';

/** All that Terraform asks of AWS to read a resource, or to make, change and delete it. */
export function requestsFor(
  rights: ResourceRights,
  phase: 'read' | 'write',
  run: Planned,
  account: string,
): RunRequest[] {
  const asked = (
    actions: string = '',
    context: (action: string) => Record<string, string>,
    of: Planned = run,
    arns?: readonly string[],
  ) =>
    actionsIn(actions).flatMap(action =>
      (arns ?? arnsOf(action, of, account)).map(resource => ({
        action,
        resource,
        context: {
          'aws:RequestedRegion': REGION,
          ...contextOf(action, account),
          ...context(action),
        },
      })),
    );
  const tagged = (workspace: string) => () => ({
    'aws:ResourceTag/Workspace': workspace,
  });
  const those = (are: (values: Record<string, string>) => boolean) => ({
    ...run,
    resources: run.resources.filter(({ values }) => are(values)),
  });
  const emptied = those(values => values.force_destroy === 'true');
  const { attribute = '', asks } = rights.makesWithout ?? {};
  const unspared = those(values => values[attribute] === 'false');
  const readOf = rights.readsOf?.map(arn => arn.replace('ACCOUNT', account));
  const reads = [`acme/${run.workspace}`, OTHERS].flatMap(workspace =>
    asked(rights.reads, tagged(workspace), run, readOf),
  );
  if (phase === 'read') {
    return reads;
  }
  return [
    ...reads,
    ...asked(
      rights.makes,
      (action): Record<string, string> =>
        action === 'ec2:CreateTags' ? { 'ec2:CreateAction': 'Create' } : {},
    ),
    ...(unspared.resources.length > 0 ? asked(asks, () => ({}), unspared) : []),
    ...asked(rights.changes, tagged(`acme/${run.workspace}`)),
    ...asked(rights.shares, tagged(OTHERS)),
    ...(emptied.resources.length > 0
      ? asked(rights.empties, () => ({}), emptied)
      : []),
    ...(rights.links?.split(' ') ?? []).map(service => ({
      action: 'iam:CreateServiceLinkedRole',
      resource: `arn:aws:iam::${account}:role/aws-service-role/${service}/AWSServiceRole`,
      context: { 'iam:AWSServiceName': service },
    })),
  ];
}

/** `s3:GetBucketAcl,GetBucketCORS sns:Subscribe`, one by one. */
function actionsIn(text: string): string[] {
  return text
    .split(' ')
    .filter(Boolean)
    .flatMap(part => {
      const [service, names] = part.split(':');
      return names.split(',').map(name => `${service}:${name}`);
    });
}

function contextOf(action: string, account: string): Record<string, string> {
  if (action.startsWith('iam:')) {
    return {
      'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/soa/service-boundary`,
    };
  }
  if (action.startsWith('kms:')) {
    return {
      'kms:ViaService': `lambda.${REGION}.amazonaws.com`,
      'kms:GrantIsForAWSResource': 'true',
    };
  }
  return {};
}
