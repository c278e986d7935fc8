import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { parsePlacements } from '@backstage-soa/plugin-soa-common';
import { dryRunTemplate, ordersPlacements } from '../__testUtils__';

const directory = resolve(
  __dirname,
  '../../../../templates/ecs-fargate-service',
);

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = {
  name: 'orders',
  owner: 'group:default/team-shop',
  description: 'Takes orders',
  stages: [{ environment: 'prod', regions: ['us-east-1', 'eu-west-1'] }],
  image: 'nginx:1',
  acceptTag: true,
  cpu: 256,
  memory: 512,
  repoUrl: 'github.com?owner=acme&repo=orders',
};

const fullest = {
  ...smallest,
  stages: [
    { environment: 'dev', regions: ['us-east-1'], account: '444455556666' },
    ...smallest.stages,
  ],
  port: 9000,
  cpu: 1024,
  memory: 8192,
  desiredCount: 100,
};

/** The input that a step was run with, as the dry run logs it. */
function inputOf(log: string[], action: string): any {
  const line = log.find(text => text.includes(`Running ${action} in dry-run`))!;
  return JSON.parse(line.slice(line.indexOf('{')));
}

describe('template ecs-fargate-service', () => {
  it('writes a whole repository, at its smallest', async () => {
    const run = await dryRunTemplate(directory, smallest);

    expect(run.error).toBeUndefined();
    expect(run.status).toBe(200);
    expect(
      Object.keys(run.files)
        .filter(path => !path.startsWith('infra/modules/'))
        .sort(),
    ).toEqual([
      '.github/workflows/image.yml',
      '.github/workflows/terraform.yml',
      'README.md',
      'catalog-info.yaml',
      'docs/index.md',
      'infra/generated.sha256',
      'infra/main.tf',
      'infra/outputs.tf',
      'infra/placements/prod-euw1.json',
      'infra/placements/prod-use1.json',
      'infra/providers.tf',
      'infra/terraform.tf',
      'infra/tests/mocks/aws.tfmock.hcl',
      'infra/tests/placements.tftest.hcl',
      'infra/variables.tf',
      'mkdocs.yml',
    ]);
    expect(run.files['.github/workflows/image.yml']).toContain(
      '${{ vars.IMAGE_REPOSITORY }}',
    );
    const entity = parse(run.files['catalog-info.yaml']);
    expect(entity).toMatchObject({
      metadata: { name: 'orders', description: 'Takes orders' },
      spec: { owner: 'group:default/team-shop' },
    });
    const { placements, problems } = parsePlacements(entity.spec.placements);
    expect(problems).toEqual([]);
    expect(placements.map(({ account, region }) => [account, region])).toEqual([
      ['111122223333', 'us-east-1'],
      ['111122223333', 'eu-west-1'],
    ]);
    expect(
      JSON.parse(run.files['infra/placements/prod-use1.json']).settings,
    ).toEqual({
      cpu: 256,
      image: 'nginx:1',
      memory: 512,
      require_digest: false,
    });
    expect(entity.spec.dependsOn).toEqual([]);
  });

  it('hands on what each step needs', async () => {
    const { log, output, tfc } = await dryRunTemplate(directory, fullest);

    expect(inputOf(log, 'soa:repository:find')).toEqual({
      componentRef: 'component:default/orders',
      repoContentsUrl: 'https://github.com/acme/orders/blob/main',
    });
    expect(inputOf(log, 'publish:github')).toEqual({
      repoUrl: 'github.com?owner=acme&repo=orders',
      description: 'Takes orders',
      defaultBranch: 'main',
    });
    expect(inputOf(log, 'soa:terraform:render').settings).toEqual({
      image: 'nginx:1',
      port: 9000,
      cpu: 1024,
      memory: 8192,
      desired_count: 100,
      require_digest: false,
    });
    expect(inputOf(log, 'soa:component:register')).toEqual({
      componentRef: 'component:default/orders',
      // What a publish action puts out in a dry run, which it does not know.
      catalogInfoUrl: '<example>/catalog-info.yaml',
    });
    expect(inputOf(log, 'soa:access:ensure')).toEqual({
      name: 'orders',
      owner: 'group:default/team-shop',
      placements: ordersPlacements,
    });
    expect(inputOf(log, 'soa:rollout:start')).toEqual({
      componentRef: 'component:default/orders',
      // The commit that was published, of which a dry run has none.
      sourceUrl: '<example>',
      placements: ordersPlacements,
    });
    expect(output.links).toEqual([
      expect.objectContaining({ url: '/soa-delivery' }),
      expect.objectContaining({ url: '/catalog/default/component/orders' }),
      expect.objectContaining({ title: 'Open the repository' }),
    ]);
    expect(output.text).toEqual([]);
    expect(tfc.writes).toEqual([]);
  });

  it('says all that its form can', async () => {
    const { error, log } = await dryRunTemplate(directory, example('fullest'));

    expect(error).toBeUndefined();
    expect(inputOf(log, 'soa:terraform:render').settings).toEqual({
      image: expect.stringContaining('@sha256:'),
      port: 9000,
      cpu: 1024,
      memory: 8192,
      desired_count: 100,
      cpu_architecture: 'ARM64',
      spot_percentage: 50,
      autoscaling: {
        min: 3,
        max: 30,
        cpu_percent: 50,
        memory_percent: 70,
      },
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
      own_cluster: true,
      load_balancer: 'own',
      host: 'orders.{environment}.acme.example',
      health_check_path: '/health',
      internet_facing: true,
      waf: { requests_per_5_minutes: 1000, count_only: false },
      deployment: {
        strategy: 'canary',
        canary_percent: 5,
        canary_minutes: 15,
        bake_minutes: 10,
      },
      alarm_notifications: true,
      service_connect: { namespace: 'shop', port: 8000 },
      lattice: false,
    });
  });

  it('accepts a tag in production where somebody says so', async () => {
    const settingsOf = async (values: object) =>
      inputOf(
        (await dryRunTemplate(directory, { ...smallest, ...values })).log,
        'soa:terraform:render',
      ).settings;

    expect(await settingsOf({ acceptTag: true })).toMatchObject({
      require_digest: false,
    });
    expect(
      await settingsOf({
        acceptTag: false,
        stages: [{ environment: 'dev', regions: ['us-east-1'] }],
      }),
    ).not.toHaveProperty('require_digest');
    expect(
      await settingsOf({
        acceptTag: true,
        image: `nginx@sha256:${'0'.repeat(64)}`,
      }),
    ).not.toHaveProperty('require_digest');
  });

  it('forgets what was chosen for a load balancer that is not wanted', async () => {
    const { error, log } = await dryRunTemplate(directory, {
      ...example('fullest'),
      loadBalancer: 'none',
      serviceConnect: false,
      autoscaling: false,
    });

    expect(error).toBeUndefined();
    const { settings } = inputOf(log, 'soa:terraform:render');
    expect(settings.load_balancer).toBe('none');
    for (const gone of [
      'alarm_notifications',
      'autoscaling',
      'deployment',
      'health_check_path',
      'host',
      'internet_facing',
      'service_connect',
      'waf',
    ]) {
      expect(settings).not.toHaveProperty(gone);
    }
  });

  it('goes on from the repository where the catalog has it already', async () => {
    const { error, log, output } = await dryRunTemplate(directory, smallest, {
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'orders',
            namespace: 'default',
            annotations: {
              'backstage.io/source-location':
                'url:https://github.com/acme/orders/tree/main/',
            },
          },
        },
      ],
    });

    expect(error).toBeUndefined();
    expect(log.join()).not.toContain('Running publish:github');
    expect(log.join()).not.toContain('Running soa:component:register');
    // Where the component comes from, which the catalog knows.
    expect(inputOf(log, 'soa:rollout:start')).not.toHaveProperty('sourceUrl');
    expect(output.links).toContainEqual(
      expect.objectContaining({
        title: 'Open the repository',
        url: 'https://github.com/acme/orders/tree/main',
      }),
    );
    expect(output.text).toEqual([
      {
        title: 'The repository',
        content: expect.stringContaining('is left as it is'),
      },
    ]);
  });

  it('keeps what people type as it is', async () => {
    const description = `"Orders" \${x} %{ if } 注文\n- a: b #c\\ {{ 1 }} ' <b>`;
    const { error, files } = await dryRunTemplate(directory, {
      ...smallest,
      description,
    });
    expect(error).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).metadata.description).toBe(
      description,
    );
    expect(files['README.md']).toContain(description);
  });

  it.each([
    ['a name', { name: 'Orders' }, /pattern/],
    ['a reserved name', { name: 'aws-orders' }, /pattern/],
    ['CPU', { cpu: 300 }, /enum/],
    ['memory for the CPU', { cpu: 1024, memory: 512 }, /enum|oneOf|exactly/],
    [
      'VPC Lattice with a canary',
      { ...example('fullest'), lattice: true },
      /strategy/,
    ],
    [
      'a canary that takes longer than a run may',
      { ...example('fullest'), canaryMinutes: 31 },
      /loadBalancer|exactly/,
    ],
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
    ['a load balancer', { loadBalancer: 'two' }, /enum|exactly/],
    [
      'a canary of nothing',
      {
        loadBalancer: 'shared',
        strategy: 'canary',
        canaryPercent: 0,
        canaryMinutes: 5,
        bakeMinutes: 5,
      },
      /minimum|exactly|greater/,
    ],
    ['an empty list of stages', { stages: [] }, /minimum length/],
    ['a missing repository', { repoUrl: undefined }, /repoUrl/],
  ])('refuses %s at once', async (_, wrong, reason) => {
    const { status, error } = await dryRunTemplate(directory, {
      ...smallest,
      ...wrong,
    });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });

  it('says why a placement is not allowed', async () => {
    const { error, log } = await dryRunTemplate(directory, {
      ...smallest,
      stages: [{ environment: 'prod', regions: ['ap-south-1'] }],
    });
    expect(`${error} ${log.join()}`).toContain(
      'orders cannot run where you want it:\n- prod: This is not allowed',
    );
  });
});
