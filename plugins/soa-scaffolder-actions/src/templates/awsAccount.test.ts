import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type {
  Account,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { parse } from 'yaml';
import { dryRunTemplate, FakeOrganizationAccounts } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import {
  throughAft,
  throughOrganizations,
} from '../__testUtils__/vendingAction';
import { renderTerraform } from '../render';
import { TerraformModules } from '../terraform-modules';

const root = resolve(__dirname, '../../../..');
const directory = join(root, 'templates/aws-account');
const modules = new TerraformModules([join(root, 'terraform/modules')]);

const example = (name: string) =>
  parse(readFileSync(join(directory, 'examples', `${name}.yaml`), 'utf8'));

const ID = '200000000000';
const smallest = { ...example('smallest'), environment: 'dev' };
const fullest = { ...example('fullest'), environment: 'dev' };
const TAGS = {
  'cost-center': '42',
  'soa:environment': 'dev',
  'soa:runtimes': 'ecs-fargate lambda static-site',
  'soa:regions': 'us-east-1 us-west-2',
  'soa:owner': 'group:default/team-shop',
  'soa:business-unit': 'Retail',
  'soa:allowed-owners': 'group:default/team-shop',
};

const place = (
  name: string,
  key: string,
  placement: Partial<ResolvedPlacement>,
): ResolvedPlacement => ({
  environment: 'dev',
  account: '100000000401',
  accountName: 'runtime-ecs-dev',
  region: 'us-east-1',
  runtime: 'platform',
  key,
  workspace: `acme/${name}-${key}`,
  ...placement,
});

const THERE = {
  'vended-baseline': [
    place('vended-baseline', '100000000021', {
      environment: 'prod',
      account: '100000000021',
      region: 'global',
    }),
  ],
  'vended-platform': [place('vended-platform', 'dev-use1', {})],
};

const at = (name: string) => `https://github.com/acme/${name}/blob/main`;

/** A component that is there, with its repository as a template has made it. */
async function component(name: keyof typeof THERE, module: string) {
  const placements = THERE[name];
  const declared = placements.map(
    ({ environment, account, region, runtime, workspace }) => ({
      environment,
      account,
      region,
      runtime,
      workspace,
    }),
  );
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:${at(name)}/catalog-info.yaml`,
        'backstage.io/source-location': `url:https://github.com/acme/${name}/tree/main/`,
      },
    },
    spec: {
      type: 'platform',
      owner: 'group:default/team-shop',
      placements: declared,
    },
  };
  const tree = renderTerraform(
    {
      name,
      componentRef: `component:default/${name}`,
      owner: 'group:default/team-shop',
      placements,
      productionEnvironments: ['prod'],
      settings:
        module === 'runtime-platform'
          ? { vpc_ranges: [{ cidr: '10.1.0.0/16' }], nat: 'single' }
          : { ebs_customer_key: false },
    },
    await modules.get(module),
  );
  const files = {
    ...Object.fromEntries(
      Object.entries(tree).map(([path, text]) => [`infra/${path}`, text]),
    ),
    'catalog-info.yaml': JSON.stringify(entity, null, 2),
  };
  return { entity, files };
}

async function run(
  values: object,
  options: {
    vending?: object;
    organization?: FakeOrganizationAccounts;
    known?: Partial<Account>[];
    /** What was merged since. */
    merged?: Record<string, Record<string, string>>;
  } = {},
) {
  const organization = options.organization ?? new FakeOrganizationAccounts();
  const baseline = await component('vended-baseline', 'account-baseline');
  const platform = await component('vended-platform', 'runtime-platform');
  const unit = {
    id: 'ou-acme-sandbox0',
    path: 'Sandbox',
    name: 'Sandbox',
    arn: 'arn',
    organizationId: 'o-acme',
    parentId: 'r-acme',
  };
  const accounts: SoaAccountsClient = {
    ...anyAccounts([...THERE['vended-baseline'], ...THERE['vended-platform']]),
    listOrganizationalUnits: async () => [unit],
    listAccounts: async () => ({ items: (options.known ?? []) as Account[] }),
  };
  const answer = await dryRunTemplate(directory, values, {
    accounts,
    organization,
    entities: [baseline.entity, platform.entity],
    folders: {
      [at('vended-baseline')]: {
        ...baseline.files,
        ...options.merged?.['vended-baseline'],
      },
      [at('vended-platform')]: {
        ...platform.files,
        ...options.merged?.['vended-platform'],
      },
    },
    soa: {
      accountVending: {
        ...(options.vending ?? throughOrganizations),
        organizationalUnits: ['Sandbox'],
      },
    },
  });
  return { ...answer, organization, lines: answer.log.join('\n') };
}

/** An organisation that has the account already, and a portal that knows it. */
function withAccount() {
  const organization = new FakeOrganizationAccounts();
  organization.add({
    email: 'aws+sandbox-shop@acme.example',
    name: 'sandbox-shop',
    parent: 'ou-acme-sandbox0',
    tags: TAGS,
  });
  const known = {
    id: ID,
    name: 'sandbox-shop',
    state: 'ACTIVE',
    environment: 'dev',
    owner: 'group:default/team-shop',
    entityRef: `resource:default/${ID}`,
  };
  return { organization, known: [known] };
}

describe('template aws-account', () => {
  it('would make an account that is not there, and nothing in it yet', async () => {
    const { error, lines, organization, output, tfc } = await run(fullest);
    expect(error).toBeUndefined();
    expect(lines).toContain(
      'Would create the account sandbox-shop (aws+sandbox-shop@acme.example) in Sandbox',
    );
    for (const later of ['soa:placements:add', 'publish:', 'soa:rollout']) {
      expect(lines).not.toContain(`Running ${later}`);
    }
    expect(organization.writes).toEqual([]);
    expect(tfc.writes).toEqual([]);
    expect(output.text).toEqual([
      {
        title: 'The account',
        content:
          'sandbox-shop (unknown), aws+sandbox-shop@acme.example, in Sandbox',
      },
    ]);
  });

  it('is content with the account alone', async () => {
    const { error, lines, output } = await run(smallest, withAccount());
    expect(error).toBeUndefined();
    expect(lines).toContain(`The account sandbox-shop (${ID}) is there`);
    expect(lines).not.toContain('Running soa:service:read');
    expect(output.links).toEqual([
      expect.objectContaining({ url: `/catalog/default/resource/${ID}` }),
    ]);
  });

  it('opens a pull request for the baseline, and one for the platform', async () => {
    const { error, lines, files, output, tfc } = await run(
      fullest,
      withAccount(),
    );
    expect(error).toBeUndefined();
    expect(lines).toContain(`Adds infra/placements/${ID}.json`);
    // What is left in the folder is the platform's alone.
    expect(Object.keys(files).sort()).toEqual(
      expect.arrayContaining([
        'catalog-info.yaml',
        'infra/placements/dev-use1-200000000000.json',
        'infra/placements/dev-usw2.json',
      ]),
    );
    expect(Object.keys(files)).not.toContain(`infra/placements/${ID}.json`);
    const settings = JSON.parse(
      files['infra/placements/dev-usw2.json'],
    ).settings;
    expect(settings).toEqual({
      nat: 'single',
      vpc_ranges: [
        { region: 'us-east-1', cidr: '10.20.0.0/16' },
        { region: 'us-west-2', cidr: '10.21.0.0/16' },
      ],
    });
    for (const repository of ['vended-baseline', 'vended-platform']) {
      expect(lines).toContain(
        `"repoUrl": "github.com?owner=acme&repo=${repository}"`,
      );
    }
    for (const later of ['tfc:workspaces:ensure', 'soa:rollout:start']) {
      expect(lines).not.toContain(`Running ${later}`);
    }
    expect(tfc.writes).toEqual([]);
    expect(output.text?.map(({ title }) => title)).toEqual([
      'The account',
      'What comes next',
    ]);
  });

  it('starts both rollouts once that is merged, the baseline first', async () => {
    const first = await run({ ...fullest, build: 'baseline' }, withAccount());
    const second = await run(fullest, withAccount());
    const { error, lines, output } = await run(fullest, {
      ...withAccount(),
      merged: {
        'vended-baseline': first.files,
        'vended-platform': second.files,
      },
    });
    expect(error).toBeUndefined();
    expect(lines).not.toContain('Running publish:');
    const rollouts = [...lines.matchAll(/Would start a rollout of (\S+) to/g)];
    expect(rollouts.map(([, ref]) => ref)).toEqual([
      'component:default/vended-baseline',
      'component:default/vended-platform',
    ]);
    expect(output.links?.map(({ title }) => title)).toEqual([
      'Watch the rollout of the platform',
      'Watch the rollout of the baseline',
      'Open the account in the catalog',
    ]);
  });

  it('keeps the platform waiting as long as the baseline is not merged', async () => {
    const { files } = await run(fullest, withAccount());
    const { error, lines } = await run(fullest, {
      ...withAccount(),
      merged: { 'vended-platform': files },
    });
    expect(error).toBeUndefined();
    expect(lines).not.toContain('Would start a rollout');
  });

  it('asks Control Tower where it makes the accounts', async () => {
    const { error, files, lines, output } = await run(smallest, {
      vending: throughAft,
    });
    expect(error).toBeUndefined();
    expect(files['account-request/terraform/sandbox-shop.tf']).toContain(
      'AccountEmail              = "aws+sandbox-shop@acme.example"',
    );
    expect(lines).toContain('Running publish:github:pull-request');
    expect(lines).toContain(
      '"repoUrl": "github.com?owner=acme&repo=aft-account-request"',
    );
    expect(output.text?.[0].content).toContain('sandbox-shop (requested)');
    expect(output.text?.[1].title).toBe('What comes next');
  });

  it.each([
    ['no Region', { regions: [] }],
    ['a Region that is none', { regions: ['frankfurt'] }],
    ['a name that AWS or people could not read', { name: 'Shop_1' }],
    ['a runtime that nobody runs services on', { runtimes: ['platform'] }],
    ['an owner that is no group', { owner: 'user:default/guest' }],
    ['a baseline of nothing', { build: 'baseline', baseline: undefined }],
    ['another thing to make', { build: 'everything' }],
    [
      'a range without a Region',
      { ...fullest, vpcRanges: [{ cidr: '10.0.0.0/16' }] },
    ],
  ])('refuses %s at once', async (_, wrong) => {
    const { status, organization } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(organization.writes).toEqual([]);
  });
});
