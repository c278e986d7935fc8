import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';

const directory = resolve(__dirname, '../../../../templates/lambda-service');

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** The input that a step was run with, as the dry run logs it. */
function inputOf(log: string[], action: string): any {
  const line = log.find(text => text.includes(`Running ${action} in dry-run`))!;
  return JSON.parse(line.slice(line.indexOf('{')));
}

describe('template lambda-service', () => {
  it('writes a whole repository, at its smallest', async () => {
    const run = await dryRunTemplate(directory, smallest);

    expect(run.error).toBeUndefined();
    expect(run.status).toBe(200);
    expect(
      Object.keys(run.files)
        .filter(path => !path.startsWith('infra/modules/'))
        .sort(),
    ).toEqual([
      '.dockerignore',
      '.github/workflows/build.yml',
      '.github/workflows/terraform.yml',
      'Dockerfile',
      'README.md',
      'catalog-info.yaml',
      'docs/index.md',
      'index.mjs',
      'index.test.mjs',
      'infra/generated.sha256',
      'infra/main.tf',
      'infra/outputs.tf',
      'infra/placements/prod-use1.json',
      'infra/providers.tf',
      'infra/terraform.tf',
      'infra/tests/placements.tftest.hcl',
      'infra/variables.tf',
      'mkdocs.yml',
    ]);
    expect(run.files['.github/workflows/build.yml']).toContain(
      '${{ vars.IMAGE_REPOSITORY }}',
    );
    expect(parse(run.files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'orders', description: 'Takes orders' },
      spec: {
        owner: 'group:default/team-shop',
        dependsOn: [],
        placements: [{ environment: 'prod', runtime: 'lambda' }],
      },
    });
    expect(
      JSON.parse(run.files['infra/placements/prod-use1.json']).settings,
    ).toEqual({
      image: `111122223333.dkr.ecr.{region}.amazonaws.com/orders@sha256:${'0'.repeat(
        64,
      )}`,
      architecture: 'arm64',
      memory: 512,
      timeout: 10,
      endpoint: 'api',
      authorization: 'iam',
      lattice: false,
      alarm_notifications: true,
      deployment: { strategy: 'all-at-once' },
    });
  });

  it('rolls nothing out that has not been built', async () => {
    const { log, output } = await dryRunTemplate(directory, smallest);

    expect(log.join()).toContain('tfc:workspaces:ensure');
    expect(log.join()).not.toContain('Running soa:rollout:start');
    expect(output.links?.map(({ title }) => title)).not.toContain(
      'Watch the rollout',
    );
    expect(output.text).toEqual([
      {
        title: 'Build the code first',
        content: expect.stringContaining('infra/placements'),
      },
    ]);
  });

  it('rolls an image out that is there', async () => {
    const { error, log, output } = await dryRunTemplate(directory, {
      ...smallest,
      digest: DIGEST,
    });

    expect(error).toBeUndefined();
    expect(inputOf(log, 'soa:terraform:render').settings.image).toBe(
      `111122223333.dkr.ecr.{region}.amazonaws.com/orders@${DIGEST}`,
    );
    expect(inputOf(log, 'soa:rollout:start').componentRef).toBe(
      'component:default/orders',
    );
    expect(output.links?.map(({ title }) => title)).toContain(
      'Watch the rollout',
    );
    expect(output.text).toEqual([]);
  });

  it('hands on all that can be said', async () => {
    const { error, files, log, tfc } = await dryRunTemplate(directory, {
      ...example('fullest'),
      consumes: ['component:default/payments'],
    });

    expect(error).toBeUndefined();
    expect(inputOf(log, 'soa:terraform:render').settings).toEqual({
      zip: {
        bucket: 'acme-artifacts-{region}',
        key: 'orders/function.zip',
        version: '3HL4kqtJvjVBH40Nrjfkd',
        handler: 'index.handler',
        runtime: 'nodejs22.x',
      },
      architecture: 'x86_64',
      memory: 1769,
      timeout: 29,
      environment_variables: {
        LOG_LEVEL: 'debug',
        GREETING: 'いらっしゃいませ ${x} "y"',
      },
      secrets: {
        DB: 'arn:aws:secretsmanager:{region}:111122223333:secret:orders/db-a1B2c3',
      },
      vpc: true,
      egress_ports: [5432],
      endpoint: 'api',
      authorization: 'jwt',
      jwt: { issuer: 'https://login.acme.example/', audience: ['orders'] },
      throttling: { rate: 500, burst: 1000 },
      host: 'orders.{environment}.acme.example',
      lattice: true,
      reserved_concurrency: 200,
      provisioned_concurrency: 20,
      deployment: { strategy: 'canary', percent: 5, minutes: 15 },
      alarm_notifications: true,
    });
    expect(files['src/index.mjs']).toBeDefined();
    expect(files.Dockerfile).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).spec.dependsOn).toEqual([
      'component:default/payments',
    ]);
    expect(
      JSON.parse(files['infra/placements/prod-euw1.json']).consumes,
    ).toEqual([
      expect.objectContaining({
        name: 'payments',
        url: 'https://payments.prod-euw1.acme.example',
      }),
    ]);
    expect(inputOf(log, 'soa:access:ensure').placements).toHaveLength(3);
    expect(inputOf(log, 'soa:rollout:start').placements).toHaveLength(3);
    expect(tfc.writes).toEqual([]);
  });

  it('is called by others through its URL', async () => {
    const { error, log } = await dryRunTemplate(directory, {
      ...smallest,
      endpoint: 'function-url',
      authorization: undefined,
      callers: ['444455556666'],
    });
    expect(error).toBeUndefined();
    expect(inputOf(log, 'soa:terraform:render').settings).toMatchObject({
      endpoint: 'function-url',
      callers: ['444455556666'],
    });
  });

  it('hands on nothing that is not shown any more', async () => {
    const { log } = await dryRunTemplate(directory, {
      ...example('fullest'),
      packaging: 'image',
      repository: smallest.repository,
      vpc: false,
      endpoint: 'none',
      strategy: 'all-at-once',
    });
    const { settings } = inputOf(log, 'soa:terraform:render');
    expect(Object.keys(settings)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^(zip|egress_ports|authorization|jwt|throttling|host|callers)$/,
        ),
      ]),
    );
    expect(settings.deployment).toEqual({ strategy: 'all-at-once' });
    expect(log.join()).not.toContain('Running soa:rollout:start');
  });

  it('keeps what people type as it is', async () => {
    const description = `"Orders" \${x} %{ if } 注文\n- a: b #c\\ {{ 1 }} ' <b>`;
    const key = `a "b" \${x} %{ if } 注文 \\ {{ 1 }} '`;
    const { error, files } = await dryRunTemplate(directory, {
      ...example('fullest'),
      description,
      zip: { ...example('fullest').zip, key },
    });
    expect(error).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).metadata.description).toBe(
      description,
    );
    expect(files['README.md']).toContain(description);
    expect(
      JSON.parse(files['infra/placements/prod-use1.json']).settings.zip.key,
    ).toBe(key);
  });

  it.each([
    ['a name', { name: 'Orders' }, /pattern/],
    ['an image of a public registry', { repository: 'nginx' }, /exactly/],
    ['a tag for a digest', { digest: 'latest' }, /exactly/],
    ['an image without a repository', { repository: undefined }, /exactly/],
    ['a zip that is none', { packaging: 'zip' }, /zip|exactly/],
    ['memory', { memory: 64 }, /minimum|greater|128/],
    ['a timeout', { timeout: 901 }, /maximum|less|900/],
    ['tokens of nobody', { authorization: 'jwt' }, /issuer|exactly/],
    ['a host', { host: 'orders' }, /pattern|exactly/],
    ['a variable of Lambda', { environmentVariables: { AWS_X: 'x' } }, /AWS_/],
    ['a name of one letter', { environmentVariables: { X: 'x' } }, /AWS_/],
    ['a password for a secret', { secrets: { DB: 'hunter2' } }, /pattern/],
    ['a port that is none', { vpc: true, egressPorts: [0] }],
    [
      'steps that take longer than a run may',
      { strategy: 'linear', percent: 10, minutes: 6 },
    ],
    [
      'a canary of everything',
      { strategy: 'canary', percent: 100, minutes: 5 },
    ],
    ['an empty list of stages', { stages: [] }, /minimum length/],
  ])(
    'refuses %s at once',
    async (_, wrong, reason: RegExp = /exactly|less/) => {
      const { status, error } = await dryRunTemplate(directory, {
        ...smallest,
        ...wrong,
      });
      expect(status).toBe(400);
      expect(error).toMatch(reason);
    },
  );
});
