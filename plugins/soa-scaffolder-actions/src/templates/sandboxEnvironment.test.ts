import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import { startScaffolder } from '../__testUtils__/dryRunTemplate';
import type { DryRun } from '../__testUtils__/dryRunTemplate';

const templates = resolve(__dirname, '../../../../templates');
const directory = resolve(templates, 'sandbox-environment');

const read = (path: string) => readFileSync(resolve(templates, path), 'utf8');

const example = (name: string) => ({
  ...parse(read(`sandbox-environment/examples/${name}.yaml`)),
  account: '111122223333',
});

const settingsOf = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]).settings;

const SITE = '.github/workflows/site.yml';

describe('template sandbox-environment', () => {
  const accounts = anyAccounts();
  let dryRun: (directory: string, values: object) => Promise<DryRun>;
  const run = (values: object) => dryRun(directory, values);

  beforeAll(async () => {
    dryRun = await startScaffolder({ accounts });
  });

  it('makes a site, at its smallest', async () => {
    const { error, files, log, tfc } = await run(example('smallest'));

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'sandbox-global')).toEqual({
      platform_host: true,
      not_found_page: '/404.html',
    });
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'trial' },
      spec: {
        type: 'website',
        lifecycle: 'experimental',
        owner: 'group:default/team-shop',
        system: 'system:default/shop',
        placements: [{ environment: 'sandbox', region: 'global' }],
      },
    });
    expect(files['site/index.html']).toContain('Tries a new checkout');
    expect(log.join()).not.toContain('soa:network:allocate');
    expect(tfc.writes).toEqual([]);
  });

  it('makes a container in a network of its own, at its fullest', async () => {
    const { error, files } = await run(example('fullest'));

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'sandbox-use1')).toEqual({
      image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/trial:1',
      port: 9000,
      health_check_path: '/health',
      environment_variables: {
        LOG_LEVEL: 'debug',
        GREETING: 'いらっしゃいませ ${x} "y"',
      },
      desired_count: 1,
      own_cluster: true,
      // A dry run takes no range.
      own_network: { cidr: '192.0.2.0/24' },
      load_balancer: 'own',
      internet_facing: true,
      alarms: { enabled: false },
    });
    expect(files).not.toHaveProperty(['site/index.html']);
  });

  it('makes a function', async () => {
    const image = `111122223333.dkr.ecr.{region}.amazonaws.com/trial@sha256:${'0'.repeat(
      64,
    )}`;
    const { error, files } = await run({
      ...example('smallest'),
      pattern: 'lambda',
      region: 'us-east-1',
      functionImage: image,
      architecture: 'arm64',
      callers: 'none',
    });

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'sandbox-use1')).toEqual({
      image,
      architecture: 'arm64',
      endpoint: 'api',
      authorization: 'none',
      deployment: { strategy: 'all-at-once' },
      alarm_notifications: false,
    });
  });

  it('has a site put in place as the template static-site does', () => {
    expect(read(`sandbox-environment/site/skeleton/${SITE}`)).toBe(
      read(`static-site/skeleton/${SITE}`),
    );
  });

  it('says how long it lives before there is anything, and takes its turn', () => {
    const { steps } = parse(read('sandbox-environment/template.yaml')).spec;
    expect(steps.slice(-2)).toEqual([
      expect.objectContaining({ action: 'soa:sandbox:ensure' }),
      expect.objectContaining({
        action: 'soa:rollout:start',
        input: expect.objectContaining({ exclusive: true }),
      }),
    ]);
  });
});
