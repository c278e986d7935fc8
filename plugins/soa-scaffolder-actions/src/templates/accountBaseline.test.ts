import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import { rolloutPlanOf } from '../__testUtils__/rolloutPlanOf';

const directory = resolve(__dirname, '../../../../templates/account-baseline');

const example = (name: string) =>
  parse(readFileSync(join(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');
const bootstrap = example('bootstrap');
// The inventory of this test knows no organizational units.
const fullest = {
  ...example('fullest'),
  stages: [
    { environment: 'dev', account: '100000000022', regions: ['global'] },
    ...smallest.stages,
  ],
};

const run = (values: object) =>
  dryRunTemplate(directory, values, { accounts: anyAccounts() });

const settingsOf = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]).settings;

describe('template account-baseline', () => {
  it('writes a whole repository, at its smallest', async () => {
    const { error, files, log, tfc } = await run(smallest);

    expect(error).toBeUndefined();
    // The key is the account: so the bootstrap knows the workspace's name.
    expect(settingsOf(files, '100000000021')).toEqual({});
    expect(
      JSON.parse(files['infra/placements/100000000021.json']),
    ).toMatchObject({
      region: 'global',
      runtime: 'platform',
      workspace: 'acme/shared-baseline-100000000021',
    });
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'shared-baseline' },
      spec: { type: 'platform' },
    });
    expect(files['infra/main.tf']).toContain('./modules/account-baseline"');
    expect(files['infra/main.tf']).toMatch(/access += var\.access/);
    expect(files['infra/variables.tf']).toContain('variable "access"');
    expect(files['README.md']).toContain('access workspace of its account');
    expect(log.join()).not.toContain('soa:access:ensure');
    expect(tfc.writes).toEqual([]);
  });

  it('hands on what is chosen, at its fullest', async () => {
    const { error, files } = await run(fullest);

    expect(error).toBeUndefined();
    for (const key of ['100000000021', '100000000022']) {
      expect(settingsOf(files, key)).toEqual({
        allowed_regions: ['us-east-1', 'eu-west-1'],
        budget: { monthly_usd: 1500, emails: ['costs@acme.example'] },
        close_default_security_groups: true,
        create_github_oidc_provider: true,
        eks_clusters: fullest.eksClusters,
        ebs_customer_key: false,
        organization_rights: true,
        portal_role: {
          principal_arn: 'arn:aws:iam::100000000001:role/backstage',
          external_id: 'acme-backstage',
          organization: true,
        },
      });
    }
  });

  it('reaches one account of each environment before the others', async () => {
    const { log } = await run(fullest);
    expect(rolloutPlanOf(log)).toEqual({ defaults: { waves: [{ count: 1 }] } });
  });

  it('makes the bootstrap instead', async () => {
    const { error, files, log } = await run(bootstrap);

    expect(error).toBeUndefined();
    expect(settingsOf(files, '100000000021')).toEqual({
      // The owner's, which trust policies name.
      project: 'team-shop',
      organizational_unit_ids: ['ou-acme-workloads'],
      baseline_service: 'account-baseline',
      delegated_administrator: true,
      auto_deployment: false,
      max_concurrent_percentage: 25,
      failure_tolerance_percentage: 5,
    });
    expect(files['infra/main.tf']).toContain(
      './modules/account-baseline-stack-set"',
    );
    expect(
      files['infra/modules/account-baseline-stack-set/access-bootstrap.yaml'],
    ).toContain('AWS::IAM::OIDCProvider');
    expect(files['README.md']).toContain('access-bootstrap.yaml');
    expect(log.join()).toContain('soa:access:ensure');
  });

  it('keeps what people type as it is', async () => {
    const description = `"Orders" \${x} %{ if } 注文\n- a: b #c\\ {{ 1 }} ' <b>`;
    const { error, files } = await run({ ...smallest, description });
    expect(error).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).metadata.description).toBe(
      description,
    );
    expect(files['README.md']).toContain(description);
  });

  const [stage] = smallest.stages;
  it.each([
    ['no account at all', { stages: [] }, /stages/],
    ['a Region', { stages: [{ ...stage, regions: ['us-east-1'] }] }, /enum/],
    [
      'an account and an OU at once',
      { stages: [{ ...stage, organizationalUnit: 'ou-root-workload' }] },
      /prohibited/,
    ],
    [
      'an OU by its name',
      {
        stages: [
          {
            environment: 'prod',
            regions: ['global'],
            organizationalUnit: 'Workloads',
          },
        ],
      },
      /pattern/,
    ],
    ['another way', { way: 'terraform' }, /way/],
    ['a budget that nobody hears of', { monthlyUsd: 10 }, /exactly one/],
    [
      'a budget of nothing',
      { monthlyUsd: 0, budgetEmails: ['a@b.test'] },
      /exactly one/,
    ],
    ['everybody as the portal', { portalPrincipal: '*' }, /exactly one/],
    ['a Region that is none', { allowedRegions: ['frankfurt'] }, /exactly one/],
    [
      'a cluster without a Region',
      { eksClusters: [{ name: 'platform-prod-use1' }] },
      /exactly one/,
    ],
    [
      'a bootstrap of nothing',
      { ...bootstrap, organizationalUnitIds: [] },
      /exactly one/,
    ],
    [
      'more than all',
      { ...bootstrap, maxConcurrentPercentage: 101 },
      /exactly one/,
    ],
  ])('refuses %s', async (_, wrong, reason) => {
    const { status, error } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
