import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import { startScaffolder } from '../__testUtils__/dryRunTemplate';

const directory = resolve(__dirname, '../../../../templates');

const read = (...path: string[]) =>
  parse(readFileSync(join(directory, ...path), 'utf8'));

/** Those that make something new: of what is there, nothing is filled in. */
const templates = readdirSync(directory)
  .filter(name => existsSync(join(directory, name, 'template.yaml')))
  .filter(name =>
    read(name, 'template.yaml').spec.steps.some(
      ({ action }: any) => action === 'soa:terraform:render',
    ),
  );

const inProd = (...regions: string[]) => ({
  environment: 'prod',
  regions,
  account: '100000000101',
});
const inDev = (...regions: string[]) => ({
  environment: 'dev',
  regions,
  account: '100000000401',
});

interface Case {
  /** An example, the smallest if absent. */
  of?: string;
  /** What is filled in instead. */
  with: object;
  /** How it is refused; not at all, if absent. */
  refused?: string;
}

const digest = `nginx@sha256:${'0'.repeat(64)}`;

const secrets = {
  DB: 'arn:aws:secretsmanager:{region}:111122223333:secret:orders/db-a1B2c3',
};

const onSecrets: Case[] = [
  {
    with: { environmentVariables: { DB: 'x' }, secrets },
    refused: 'is under both "Environment variables" and "Secrets". Rename one',
  },
  { with: { environmentVariables: { URL: 'x' }, secrets } },
];

const onDigest: Case[] = [
  {
    with: { image: 'nginx:1', acceptTag: false },
    refused: 'Production takes "Image" by its digest only.',
  },
  {
    with: { image: 'nginx:1', acceptTag: undefined },
    refused: 'or tick "Accept a tag in production"',
  },
  {
    with: { image: 'nginx@sha256:abc', acceptTag: true },
    refused: 'with all 64 digits',
  },
  { with: { image: digest, acceptTag: undefined } },
  {
    with: {
      image: 'nginx:1',
      acceptTag: false,
      stages: [inDev('us-east-1')],
    },
  },
];

/** Texts by names, of so many bytes in all. */
const ofBytes = (bytes: number) =>
  Object.fromEntries(
    Array.from({ length: Math.ceil(bytes / 4000) }, (_, index) => {
      const name = `V${String(index).padStart(3, '0')}`;
      const rest = Math.min(4000, bytes - index * 4000);
      return [name, 'x'.repeat(rest - name.length)];
    }),
  );

const onTaskDefinition: Case[] = [
  {
    with: { environmentVariables: ofBytes(65_537) },
    refused: 'ECS takes 64 KiB of a task definition',
  },
  { with: { environmentVariables: ofBytes(60_000) } },
];

const scaled = (minTasks: number, maxTasks: number) => ({
  autoscaling: true,
  cpuPercent: 60,
  minTasks,
  maxTasks,
});

const onScaling: Case[] = [
  {
    with: scaled(7, 6),
    refused: '"Tasks at least" is more than "Tasks at most". Lower the first',
  },
  { with: scaled(6, 6) },
  { with: { ...scaled(7, 6), autoscaling: false } },
];

const daemon = (minInstances: number, maxInstances?: number) => ({
  reason: 'daemon',
  minInstances,
  maxInstances,
});

const gateway = read('service-network', 'examples', 'fullest.yaml')
  .resources[0];
const access = { policy: 'AmazonEKSClusterAdminPolicy' };
const platformRole = 'arn:aws:iam::100000000101:role/platform-admin';
const nodes = (...eksNodeGroups: object[]) => ({
  eks: 'node-groups',
  eksAccess: [{ ...access, principal_arn: platformRole }],
  eksNodeGroups,
});
const twoPlatforms = { stages: [inDev('us-east-1'), inProd('us-east-1')] };
const certificate = (region: string, id: string) => ({
  arn: `arn:aws:acm:${region}:100000000401:certificate/${id}`,
});
const tgw = (id: string, region?: string) => ({ id: `tgw-${id}`, region });
const network = (region: string, id: string) => ({
  arn: `arn:aws:vpc-lattice:${region}:100000000021:servicenetwork/sn-${id}`,
});
const attached = (transitGateways: object[], routes = ['10.0.0.0/8']) => ({
  attachToTransitGateway: true,
  transitGateways,
  transitGatewayRoutes: routes,
});

const cases: Record<string, Case[]> = {
  'ecs-fargate-service': [
    ...onScaling,
    ...onDigest,
    ...onSecrets,
    ...onTaskDefinition,
  ],
  'ecs-ec2-service': [
    ...onScaling,
    { with: { ...scaled(7, 6), ...daemon(2) } },
    {
      with: daemon(4, 3),
      refused: '"Instances" is more than "Instances at most". Lower the first',
    },
    { with: daemon(11), refused: '"Instances" is more than' },
    { with: daemon(3, 3) },
    ...onDigest,
    ...onSecrets,
    ...onTaskDefinition,
  ],
  'ec2-service': [
    {
      with: { userData: `#!${'注'.repeat(2800)}` },
      refused: 'has more than 8192 bytes. Fetch from S3 what is long.',
    },
    {
      with: {
        userData: `#!${'x'.repeat(7998)}`,
        environmentVariables: ofBytes(4000),
        logFiles: [`/${'x'.repeat(288)}`],
      },
      refused: 'EC2 takes 16 KiB of user data',
    },
    {
      with: {
        userData: `#!${'x'.repeat(7998)}`,
        environmentVariables: ofBytes(1000),
      },
    },
    {
      with: { minSize: 5, maxSize: 4 },
      refused: '"Instances in each placement, at least" is more than',
    },
    { with: { minSize: 4, maxSize: 4 } },
  ],
  'eks-service': [
    {
      with: { minimum: 5, maximum: 4 },
      refused: '"Pods in each placement" is more than "Pods at most".',
    },
    { with: { minimum: 4, maximum: 4 } },
    {
      with: { minimum: 1 },
      refused: 'In production, "Pods in each placement" is 2 or more.',
    },
    { with: { minimum: 1, stages: [inDev('us-east-1')] } },
    ...onSecrets,
  ],
  'sandbox-environment': ['{region}', 'eu-west-1', 'us-east-1'].map(region => ({
    with: {
      pattern: 'lambda',
      region: 'us-east-1',
      functionImage: `111122223333.dkr.ecr.${region}.amazonaws.com/${digest}`,
      architecture: 'arm64',
      callers: 'iam',
    },
    ...(region === 'eu-west-1' && {
      refused: 'Lambda fetches images of its own Region only.',
    }),
  })),
  'lambda-service': [
    {
      with: { environmentVariables: ofBytes(4050), secrets },
      refused: 'Lambda takes 4 KB of "Environment variables" and "Secrets"',
    },
    { with: { environmentVariables: ofBytes(4050) } },
    {
      with: { reservedConcurrency: 4, provisionedConcurrency: 5 },
      refused: 'are taken from "Reserved concurrency", and are more.',
    },
    { with: { reservedConcurrency: 5, provisionedConcurrency: 5 } },
    { with: { provisionedConcurrency: 5 } },
    {
      with: {
        stages: [inProd('us-east-1', 'eu-west-1')],
        repository: '111122223333.dkr.ecr.us-east-1.amazonaws.com/orders',
      },
      refused: 'have ECR replicate it. Look at prod-euw1.',
    },
    {
      with: {
        repository: '111122223333.dkr.ecr.us-east-1.amazonaws.com/orders',
      },
    },
    ...onSecrets,
  ],
  'static-site': [
    {
      with: {
        address: 'own',
        host: 'www.acme.example',
        stages: [inDev('global'), inProd('global')],
      },
      refused: 'CloudFront gives a name to one site only',
    },
    { with: { address: 'own', host: 'www.acme.example' } },
  ],
  'organization-trail': [
    {
      with: { lockDays: 30, expirationDays: 30 },
      refused: '"Deleted after, days" is not more than "Locked for, days"',
    },
    { with: { lockDays: 30, expirationDays: 31 } },
    {
      with: { stages: [inProd('us-east-1'), inDev('eu-west-1')] },
      refused: 'The log archive and the trail are in two Regions.',
    },
  ],
  'service-network': [
    {
      of: 'fullest',
      with: { organizationId: 'o-another0001' },
      refused: 'is of another organisation than "Organisation"',
    },
    {
      with: { principals: ['100000000101'], organizationId: 'o-another0001' },
    },
    {
      with: {
        reachTcp: true,
        resources: [gateway, { ...gateway, environment: undefined }],
      },
      refused: 'A network has one gateway.',
    },
    {
      with: {
        reachTcp: true,
        resources: [
          { ...gateway, targets: [gateway.targets[0], gateway.targets[0]] },
        ],
      },
      refused: 'have the same name. Rename one of them. Look at orders-db.',
    },
    { with: { reachTcp: true, resources: [gateway] } },
  ],
  'runtime-platform': [
    {
      with: { vpcRanges: [{ cidr: '10.1.0.0/16', environment: 'prod' }] },
      refused: 'Under "Ranges", write one for each',
    },
    {
      with: { vpcRanges: [{ cidr: '10.1.0.0/16' }, { cidr: '10.2.0.0/16' }] },
      refused: 'Each placement takes its addresses from one place.',
    },
    {
      with: twoPlatforms,
      refused:
        'Two placements have addresses in common. Under "Ranges", write another range for each. Look at dev-use1 (10.1.0.0/16), prod-use1 (10.1.0.0/16).',
    },
    {
      of: 'ranges',
      with: {
        vpcRanges: [
          { cidr: '10.1.0.0/16', environment: 'dev' },
          { cidr: '10.1.128.0/20', environment: 'prod' },
        ],
      },
      refused: 'Two placements have addresses in common.',
    },
    {
      with: { zones: 4, vpcRanges: [{ cidr: '10.1.0.0/21' }] },
      refused: 'is between /16 and /20. Write larger ones',
    },
    { with: { zones: 4, vpcRanges: [{ cidr: '10.1.0.0/20' }] } },
    {
      of: 'pools',
      with: { ipamPools: [{ id: 'ipam-pool-0', environment: 'dev' }] },
      refused: 'Under "IPAM pools", name one for each Region',
    },
    {
      of: 'pools',
      with: { ipamPools: [{ id: 'ipam-pool-0' }], netmaskLength: 20, zones: 4 },
    },
    {
      of: 'pools',
      with: { netmaskLength: 21, zones: 4 },
      refused: '"Size of a VPC\'s range" is 20 at most.',
    },
    {
      with: attached([tgw('0'), tgw('1', 'us-east-1')]),
      refused: 'A VPC is attached to one transit gateway.',
    },
    { with: attached([tgw('0', 'eu-west-1'), tgw('1', 'us-east-1')]) },
    {
      with: attached([tgw('0')], ['0.0.0.0/0']),
      refused: 'There is one way to the internet.',
    },
    { with: { ...attached([tgw('0')], ['0.0.0.0/0']), nat: 'none' } },
    {
      with: {
        joinServiceNetwork: true,
        serviceNetworks: [network('us-east-1', '0'), network('us-east-1', '1')],
      },
      refused: 'Services find each other on one network.',
    },
    {
      with: {
        joinServiceNetwork: true,
        serviceNetworks: [network('us-east-1', '0'), network('eu-west-1', '1')],
      },
    },
    {
      with: {
        eks: 'auto',
        eksAccess: [
          { ...access, principal_arn: platformRole },
          { principal_arn: platformRole, kubernetes_groups: ['on-call'] },
        ],
      },
      refused: `name each once. Look at ${platformRole}.`,
    },
    {
      with: nodes({ name: 'general', minimum: 3, maximum: 2 }),
      refused: 'or raise the second. Look at general.',
    },
    {
      with: nodes(
        { name: 'general' },
        { name: 'general', capacity_type: 'SPOT' },
      ),
      refused: 'Two entries under "Node groups" have the same name.',
    },
    { with: nodes({ name: 'general', minimum: 2, maximum: 2 }) },
    {
      with: {
        loadBalancer: 'internal',
        certificates: [certificate('eu-west-1', 'a')],
      },
      refused: 'Without a zone, the load balancer has one certificate',
    },
    {
      with: {
        loadBalancer: 'internal',
        certificates: [certificate('us-east-1', 'a')],
      },
    },
    {
      of: 'fullest',
      with: { stages: [inDev('eu-west-1'), inProd('us-east-1', 'eu-west-1')] },
      refused:
        'make the environments one after another, or give each placement',
    },
    {
      of: 'fullest',
      with: {
        stages: [inDev('eu-west-1'), inProd('us-east-1', 'eu-west-1')],
        zone: 'placement',
      },
    },
  ],
};

describe('what excludes each other', () => {
  let dryRun: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    dryRun = await startScaffolder({ accounts: anyAccounts() });
  });

  it.each(templates)('is refused by %s before anything is made', async name => {
    const folder = join(directory, name);
    const tried = cases[name] ?? [];
    const errors: string[] = [];
    for (const { of = 'smallest', with: instead, refused } of tried) {
      const { status, error } = await dryRun(folder, {
        ...read(name, 'examples', `${of}.yaml`),
        ...instead,
      });
      const isSo = refused ? error?.includes(refused) : error === undefined;
      expect({ instead, error, isSo }).toMatchObject({ isSo: true });
      expect(status).toBe(refused ? 400 : 200);
      errors.push(error ?? '');
    }
    // Every check has a case that shows it.
    const { spec } = read(name, 'template.yaml');
    const messages: string[] = spec.steps.flatMap(({ input }: any) =>
      (input.checks ?? []).map(({ message }: any) => message),
    );
    expect(
      messages.filter(
        message => !errors.some(error => error.includes(message)),
      ),
    ).toEqual([]);
  });

  it.each(templates)('is looked for by %s before it publishes', name => {
    const actions: string[] = read(name, 'template.yaml').spec.steps.map(
      ({ action }: any) => action,
    );
    expect(actions).toContain('publish:github');
    expect(actions.lastIndexOf('soa:terraform:render')).toBeLessThan(
      actions.indexOf('publish:github'),
    );
  });

  it.each(
    templates.flatMap(name =>
      readdirSync(join(directory, name, 'examples')).map(file => [name, file]),
    ),
  )('is in no example: %s, %s', async (name, file) => {
    const { error } = await dryRun(
      join(directory, name),
      read(name, 'examples', file),
    );
    expect(error).toBeUndefined();
  });
});
