import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';

const directory = resolve(__dirname, '../../../../templates/eks-service');

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');

/** The input that a step was run with, as the dry run logs it. */
function inputOf(log: string[], action: string): any {
  const line = log.find(text => text.includes(`Running ${action} in dry-run`))!;
  return JSON.parse(line.slice(line.indexOf('{')));
}

describe('template eks-service', () => {
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
      'infra/kubernetes.tf',
      'infra/main.tf',
      'infra/outputs.tf',
      'infra/placements/prod-use1.json',
      'infra/providers.tf',
      'infra/terraform.tf',
      'infra/tests/placements.tftest.hcl',
      'infra/variables.tf',
      'mkdocs.yml',
    ]);
    expect(run.files['infra/kubernetes.tf']).toContain(
      'ephemeral "aws_eks_cluster_auth"',
    );
    expect(run.files['infra/tests/placements.tftest.hcl']).toContain(
      'mock_provider "kubernetes"',
    );
    expect(parse(run.files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'orders', description: 'Takes orders' },
      spec: {
        owner: 'group:default/team-shop',
        dependsOn: [],
        placements: [{ environment: 'prod', runtime: 'eks' }],
      },
    });
    expect(
      JSON.parse(run.files['infra/placements/prod-use1.json']).settings,
    ).toEqual({
      image: smallest.image,
      port: 8080,
      cpu: 250,
      memory: 256,
      replicas: { minimum: 2, maximum: 4 },
      lattice: false,
    });
  });

  it('hands on all that can be said', async () => {
    const { error, files, log, output, tfc } = await dryRunTemplate(directory, {
      ...example('fullest'),
      consumes: ['component:default/payments'],
    });

    expect(error).toBeUndefined();
    expect(inputOf(log, 'soa:terraform:render').settings).toEqual({
      image: smallest.image,
      architecture: 'arm64',
      port: 9000,
      cpu: 2000,
      memory: 4096,
      health_check_path: '/ready',
      environment_variables: {
        LOG_LEVEL: 'debug',
        GREETING: 'いらっしゃいませ ${x} "y"',
      },
      secrets: {
        DB: 'arn:aws:secretsmanager:{region}:111122223333:secret:orders/db-a1B2c3',
      },
      egress: [{ port: 5432, cidr: '10.1.0.0/16' }],
      replicas: { minimum: 6, maximum: 60, cpu_percent: 50 },
      lattice: true,
      called_from: ['shop', 'checkout'],
      container_insights: true,
      alarm_notifications: false,
    });
    expect(parse(files['catalog-info.yaml']).spec.dependsOn).toEqual([
      'component:default/payments',
    ]);
    expect(
      JSON.parse(files['infra/placements/prod-use1.json']).consumes,
    ).toEqual([
      expect.objectContaining({
        name: 'payments',
        url: 'https://payments.prod-use1.acme.example',
      }),
    ]);
    expect(inputOf(log, 'soa:access:ensure').placements).toHaveLength(3);
    expect(inputOf(log, 'soa:rollout:start').placements).toHaveLength(3);
    expect(output.links?.map(({ title }) => title)).toEqual([
      'Watch the rollout',
      'Open the service in the catalog',
      'Open the repository',
    ]);
    expect(output.text).toEqual([]);
    expect(tfc.writes).toEqual([]);
  });

  it('keeps what people type as it is', async () => {
    const description = `"Orders" \${x} %{ if } 注文\n- a: b #c\\ {{ 1 }} ' <b>`;
    const healthCheckPath = `/a "b" \${x} %{ if } 注文 \\ {{ 1 }} '`;
    const { error, files } = await dryRunTemplate(directory, {
      ...smallest,
      description,
      healthCheckPath,
    });
    expect(error).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).metadata.description).toBe(
      description,
    );
    expect(files['README.md']).toContain(description);
    expect(
      JSON.parse(files['infra/placements/prod-use1.json']).settings
        .health_check_path,
    ).toBe(healthCheckPath);
  });

  it.each([
    ['a name', { name: 'Orders' }, /pattern/],
    ['a tag', { image: 'nginx:stable' }, /pattern/],
    ["root's port", { port: 80 }, /1024/],
    ['memory', { memory: 8 }, /32/],
    ['an architecture', { architecture: 'x86_64' }, /enum/],
    ['no pods', { minimum: 0 }, /greater|minimum/],
    [
      'a variable of Pod Identity',
      { environmentVariables: { AWS_REGION: 'x' } },
      /AWS_/,
    ],
    ['a password for a secret', { secrets: { DB: 'hunter2' } }, /pattern/],
    [
      'a range that is none',
      { egress: [{ port: 5432, cidr: '10.1.0.0/33' }] },
      /pattern/,
    ],
    ['a namespace', { calledFrom: ['Shop'] }, /pattern/],
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
});
