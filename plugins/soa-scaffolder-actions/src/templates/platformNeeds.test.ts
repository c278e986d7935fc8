import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  platformParametersOf,
  RUNTIMES,
} from '@backstage-soa/plugin-soa-common';
import { parse } from 'yaml';
import { ordersAccounts } from '../__testUtils__';
import { startScaffolder } from '../__testUtils__/dryRunTemplate';
import { MODULES } from '../__testUtils__/terraformIn';

const templates = resolve(__dirname, '../../../../templates');

const SERVICES = ['ecs-fargate', 'ecs-ec2', 'eks', 'lambda', 'ec2'] as const;
type Service = (typeof SERVICES)[number];

const read = (runtime: Service, path: string) =>
  parse(readFileSync(resolve(templates, `${runtime}-service`, path), 'utf8'));

const ORDERS = {
  name: 'orders',
  owner: 'group:default/team-shop',
  stages: [{ environment: 'prod', regions: ['us-east-1'] }],
  consumes: undefined,
};

/** All that a module reads of its platform. */
function readByModule(runtime: Service): string[] {
  const folder = resolve(MODULES, runtime);
  const source = readdirSync(folder)
    .filter(file => file.endsWith('.tf'))
    .map(file => readFileSync(resolve(folder, file), 'utf8'))
    .join('\n');
  return [...source.matchAll(/"\$\{local\.platform\}\/([\w-]+)"/g)]
    .map(([, name]) => name)
    .sort();
}

describe('what services need of their platform', () => {
  const accounts = ordersAccounts(RUNTIMES);
  let dryRun: Awaited<ReturnType<typeof startScaffolder>>;

  /** What is asked for with the smallest input, but for what is given. */
  async function neededBy(runtime: Service, values: object) {
    accounts.resolvePlacements.mockClear();
    const { error } = await dryRun(
      resolve(templates, `${runtime}-service`),
      JSON.parse(
        JSON.stringify({
          ...read(runtime, 'examples/smallest.yaml'),
          ...values,
          ...ORDERS,
        }),
      ),
    );
    expect(error).toBeUndefined();
    return accounts.resolvePlacements.mock.calls[0][0].needs;
  }

  beforeAll(async () => {
    dryRun = await startScaffolder({ accounts });
  });

  it.each(SERVICES)('%s speaks of all that its module may read', runtime => {
    const [{ input }] = read(runtime, 'template.yaml').spec.steps;
    expect(
      [...platformParametersOf(runtime), ...Object.keys(input.needs)]
        .filter((name, index, all) => all.indexOf(name) === index)
        .sort(),
    ).toEqual(readByModule(runtime));
  });

  const shared = { loadBalancer: 'shared', healthCheckPath: '/' };
  const own = { loadBalancer: 'own', healthCheckPath: '/' };
  const rolling = { strategy: 'rolling' };

  it.each<[Service, string, object, string[]]>([
    ['ecs-fargate', 'by itself', {}, ['cluster-arn', 'subnet-ids', 'vpc-id']],
    [
      'ecs-fargate',
      'in its own cluster',
      { ownCluster: true },
      ['subnet-ids', 'vpc-id'],
    ],
    [
      'ecs-fargate',
      'behind the shared load balancer',
      { ...shared, ...rolling, alarmNotifications: true, lattice: true },
      [
        'alarm-topic-arn',
        'cluster-arn',
        'listener-arn',
        'service-network-arn',
        'subnet-ids',
        'vpc-id',
        'zone-id',
      ],
    ],
    [
      'ecs-fargate',
      'on the internet',
      {
        ...own,
        ...rolling,
        alarmNotifications: false,
        internetFacing: true,
        waf: 'none',
      },
      ['cluster-arn', 'public-subnet-ids', 'subnet-ids', 'vpc-id', 'zone-id'],
    ],
    ['ecs-ec2', 'by itself', {}, []],
    [
      'ecs-ec2',
      'behind the shared load balancer',
      { ...shared, alarmNotifications: true, lattice: true },
      ['alarm-topic-arn', 'listener-arn', 'service-network-arn', 'zone-id'],
    ],
    [
      'ecs-ec2',
      'on the internet',
      { ...own, alarmNotifications: false, internetFacing: true },
      ['public-subnet-ids', 'zone-id'],
    ],
    ['eks', 'by itself', {}, []],
    [
      'eks',
      'with secrets, alarms and others that call it',
      {
        lattice: true,
        containerInsights: true,
        alarmNotifications: true,
        secrets: {
          TOKEN: 'arn:aws:secretsmanager:{region}:111122223333:secret:orders',
        },
      },
      ['alarm-topic-arn', 'kms-key-arn', 'service-network-arn'],
    ],
    [
      'eks',
      'with alarms that are sent nowhere',
      { containerInsights: true, alarmNotifications: false },
      [],
    ],
    [
      'lambda',
      'by itself',
      { endpoint: 'none', alarmNotifications: false },
      [],
    ],
    [
      'lambda',
      'with a host name, in the network',
      {
        endpoint: 'api',
        host: 'orders.acme.example',
        vpc: true,
        lattice: true,
        alarmNotifications: true,
      },
      [
        'alarm-topic-arn',
        'service-network-arn',
        'subnet-ids',
        'vpc-id',
        'zone-id',
      ],
    ],
    ['ec2', 'by itself', { alarmNotifications: false }, []],
    [
      'ec2',
      'behind the shared load balancer',
      { ...shared, lattice: true, alarmNotifications: true },
      ['alarm-topic-arn', 'listener-arn', 'service-network-arn', 'zone-id'],
    ],
    [
      'ec2',
      'on the internet',
      { ...shared, loadBalancer: 'internet', alarmNotifications: false },
      ['public-subnet-ids', 'zone-id'],
    ],
  ])('%s %s asks for that and no more', async (runtime, _, values, needs) => {
    expect(await neededBy(runtime, values)).toEqual(needs);
  });
});
