import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';

const directory = resolve(__dirname, '../../../../templates/ecs-ec2-service');

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');

const run = (values: object) =>
  dryRunTemplate(directory, values, { accounts: anyAccounts() });

const settingsOf = async (values: object) => {
  const { error, files } = await run(values);
  expect(error).toBeUndefined();
  return JSON.parse(files['infra/placements/prod-use1.json']).settings;
};

describe('template ecs-ec2-service', () => {
  it('writes a whole repository, at its smallest', async () => {
    const { error, files } = await run(smallest);

    expect(error).toBeUndefined();
    expect(files['infra/modules/ecs-ec2/instances.tf']).toContain(
      'http_tokens                 = "required"',
    );
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'orders', description: 'Takes orders' },
      spec: {
        owner: 'group:default/team-shop',
        placements: [{ environment: 'prod', runtime: 'ecs-ec2' }],
      },
    });
    expect(
      JSON.parse(files['infra/placements/prod-use1.json']).settings,
    ).toEqual({
      image: 'public.ecr.aws/nginx/nginx-unprivileged:stable',
      require_digest: false,
      cpu: 256,
      memory: 512,
      cpu_architecture: 'X86_64',
      spot_percentage: 0,
      instance_types: ['m7i.large'],
    });
  });

  it('says all that its form can', async () => {
    expect(await settingsOf(example('fullest'))).toEqual({
      image: expect.stringContaining('@sha256:'),
      port: 9000,
      cpu: 2048,
      memory: 8192,
      desired_count: 4,
      autoscaling: { min: 3, max: 30, cpu_percent: 50 },
      environment_variables: {
        LOG_LEVEL: 'debug',
        GREETING: 'いらっしゃいませ ${x} "y"',
      },
      secrets: {
        DB_PASSWORD: expect.stringMatching(/^arn:.*:password::$/),
        TOKEN:
          'arn:aws:ssm:{region}:{account}:parameter/orders/{environment}/token',
      },
      egress: [
        { description: 'The database', port: 5432, cidr_ipv4: '10.1.0.0/16' },
      ],
      gpus: 1,
      instance_types: ['g6.xlarge', 'g5.xlarge'],
      max_instances: 40,
      volume_size: 200,
      load_balancer: 'own',
      host: 'orders.{environment}.acme.example',
      internet_facing: true,
      health_check_path: '/health',
      alarm_notifications: true,
      lattice: true,
    });
  });

  it('takes what belongs to the reason, and forgets the rest', async () => {
    const daemon = await settingsOf({
      ...example('fullest'),
      reason: 'daemon',
      minInstances: 3,
      spotPercentage: 50,
    });
    expect(daemon).toMatchObject({ scheduling: 'daemon', min_instances: 3 });
    for (const gone of ['gpus', 'spot_percentage', 'autoscaling']) {
      expect(daemon).not.toHaveProperty(gone);
    }

    expect(
      await settingsOf({
        ...smallest,
        reason: 'windows',
        windows: 'windows-2022',
      }),
    ).toMatchObject({ operating_system: 'windows-2022' });
  });

  it('runs on Graviton', async () => {
    expect(
      await settingsOf({
        ...smallest,
        architecture: 'ARM64',
        instanceTypes: ['m7g.large', 'c7gn.large'],
      }),
    ).toMatchObject({ cpu_architecture: 'ARM64' });
  });

  it.each([
    ['a reason', { reason: 'fashion' }, /enum|exactly/],
    ['no GPU', { reason: 'gpu', gpus: 0 }, /minimum|exactly|greater/],
    ['an instance type', { instanceTypes: ['big'] }, /pattern/],
    [
      'Graviton for X86_64',
      { instanceTypes: ['m7i.large', 'm7g.large'] },
      /exactly/,
    ],
    [
      'Graviton for GPUs',
      { reason: 'gpu', gpus: 1, instanceTypes: ['g5g.xlarge'] },
      /exactly/,
    ],
    ['no instance type', { instanceTypes: [] }, /minimum length/],
    ['a secret that is none', { secrets: { A: 'hunter2' } }, /pattern/],
    [
      'a secret of any kind of place',
      { secrets: { A: 'arn:aws:ssm:{x}:{account}:parameter/a' } },
      /pattern/,
    ],
    ['a variable that is none', { environmentVariables: { '1': 'x' } }, /A-Za/],
    [
      'a range that is none',
      { egress: [{ description: 'x', port: 1, cidr_ipv4: '10.0.0.0' }] },
      /pattern/,
    ],
  ])('refuses %s at once', async (_, wrong, reason) => {
    const { status, error } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
