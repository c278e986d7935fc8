import { fraction, token } from '../deterministic';
import { effectsOf, runRecords } from '../effects';
import { people, services, TERRAFORM_ORGANIZATION } from '../organisation';
import type { SandboxPlacement, SandboxService } from '../organisation';
import type { CloudTrailRecord } from './CloudTrailRecord';
import { personCaller, serviceCaller, workloadCaller } from './identities';
import { record } from './record';
import type { ApiCall } from './record';

const DAY = 86_400_000;
const DAYS = 14;

/** The run that once applied a placement. */
export interface HistoricalRun {
  id: string;
  /** Milliseconds since 1970. */
  time: number;
}

/** When, and by which run, a placement that was always there was applied. */
export function historicalRun(
  service: string,
  key: string,
  now: number,
): HistoricalRun {
  return {
    id: `run-${token(16, service, key, 'history')}`,
    time: now - DAY * (1 + fraction(service, key, 'time') * (DAYS - 2)),
  };
}

/** Fourteen days of what happens in such an organisation. */
export function history(now: number): CloudTrailRecord[] {
  return services.flatMap(service =>
    service.placements.flatMap(placement => [
      ...applied(service, placement, now),
      ...everyDay(service, placement, now),
    ]),
  );
}

function applied(
  service: SandboxService,
  placement: SandboxPlacement,
  now: number,
): CloudTrailRecord[] {
  const run = historicalRun(service.name, placement.key, now);
  const context = { ...placement, service: service.name };
  return runRecords({
    run: {
      id: run.id,
      organization: TERRAFORM_ORGANIZATION,
      project: service.owner.replace('group:default/', ''),
      workspace: placement.workspaceName,
    },
    phase: 'apply',
    context,
    calls: effectsOf(context)!.update,
    time: run.time,
  });
}

const DAILY_READS: ApiCall[] = [
  { eventSource: 'secretsmanager.amazonaws.com', eventName: 'GetSecretValue' },
  { eventSource: 'kms.amazonaws.com', eventName: 'Decrypt', readOnly: true },
  { eventSource: 'ssm.amazonaws.com', eventName: 'GetParameters' },
];

function everyDay(
  service: SandboxService,
  placement: SandboxPlacement,
  now: number,
): CloudTrailRecord[] {
  const { account, region, key } = placement;
  const outputs = effectsOf({ ...placement, service: service.name })!.outputs;
  const arns = Object.values(outputs).slice(0, 2);
  const role = `soa/${service.name}-${key}-task`;
  const workload = workloadCaller(account, role);
  return Array.from({ length: DAYS }, (_, day) => day).flatMap(day => {
    const seed = [service.name, key, day];
    const at = (index: number) => ({
      account,
      region,
      time: now - DAY * (day + fraction(...seed, index)),
      id: JSON.stringify([...seed, index]),
    });
    const reads = DAILY_READS.map((call, index) =>
      record(call, workload, at(index)),
    );
    const assumed = record(
      {
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRole',
        readOnly: true,
        requestParameters: { roleArn: `arn:aws:iam::${account}:role/${role}` },
        resources: [{ arn: `arn:aws:iam::${account}:role/${role}` }],
      },
      serviceCaller('ecs-tasks.amazonaws.com'),
      at(10),
    );
    return [...reads, assumed, ...nowAndThen(arns, at, seed)];
  });
}

/** What people do: they look, they are refused, and rarely they change. */
function nowAndThen(
  arns: string[],
  at: (index: number) => {
    account: string;
    region: string;
    time: number;
    id: string;
  },
  seed: unknown[],
): CloudTrailRecord[] {
  const dice = fraction(...seed, 'dice');
  const someone = people[1 + Math.floor(fraction(...seed, 'who') * 5)];
  const { account } = at(0);
  const resources = arns.map(arn => ({ arn }));
  if (dice < 0.5) {
    return [
      record(
        {
          eventSource: 'cloudwatch.amazonaws.com',
          eventName: 'DescribeAlarms',
          resources,
        },
        personCaller(account, someone.email, 'console'),
        at(20),
      ),
    ];
  }
  if (dice < 0.6) {
    return [
      record(
        {
          eventSource: 'iam.amazonaws.com',
          eventName: 'PutRolePolicy',
          global: true,
          readOnly: false,
          resources,
          errorCode: 'AccessDenied',
          errorMessage: `User is not authorized to perform: iam:PutRolePolicy`,
        },
        personCaller(account, someone.email, 'cli'),
        at(21),
      ),
    ];
  }
  if (dice < 0.63) {
    return [
      record(
        {
          eventSource: 'tagging.amazonaws.com',
          eventName: 'TagResources',
          requestParameters: { tags: { 'cost-center': '4711' } },
          resources: resources.slice(0, 1),
        },
        personCaller(account, someone.email, 'console'),
        at(22),
      ),
    ];
  }
  return [];
}
