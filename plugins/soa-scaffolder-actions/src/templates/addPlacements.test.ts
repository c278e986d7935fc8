import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate, ordersPlacements } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import {
  ordersEntity,
  ordersRepository,
} from '../__testUtils__/ordersRepository';

const directory = (template: string) =>
  resolve(__dirname, '../../../../templates', template);

const example = (template: string, name: string) =>
  parse(
    readFileSync(
      resolve(directory(template), 'examples', `${name}.yaml`),
      'utf8',
    ),
  );

async function run(
  template: string,
  values: object,
  files: Record<string, string> = {},
) {
  const placements = ordersPlacements.slice(0, 2);
  return dryRunTemplate(directory(template), values, {
    accounts: anyAccounts(placements),
    entities: [ordersEntity(placements)],
    repository: { ...(await ordersRepository({ placements })), ...files },
  });
}

const jsonIn = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]);

describe('template add-region', () => {
  it('opens a pull request, and makes nothing before it is merged', async () => {
    const { error, files, log, output, tfc } = await run(
      'add-region',
      example('add-region', 'smallest'),
    );
    expect(error).toBeUndefined();
    expect(Object.keys(files)).not.toContain('README.md');
    expect(jsonIn(files, 'prod-euw1')).toMatchObject({ region: 'eu-west-1' });
    expect(parse(files['catalog-info.yaml']).spec.placements).toHaveLength(3);
    const lines = log.join('\n');
    expect(lines).toContain('Running publish:github:pull-request');
    expect(lines).toContain('"repoUrl": "github.com?owner=acme&repo=orders"');
    expect(lines).toContain('"targetBranchName": "main"');
    for (const later of ['tfc:project:ensure', 'soa:rollout:start']) {
      expect(lines).not.toContain(`Running ${later}`);
    }
    expect(tfc.writes).toEqual([]);
    expect(output.text?.map(({ title }) => title)).toEqual([
      'What changes',
      'What comes next',
    ]);
  });

  it('goes on once it is merged', async () => {
    const values = example('add-region', 'smallest');
    const { files } = await run('add-region', values);
    const { error, log, output } = await run('add-region', values, files);
    expect(error).toBeUndefined();
    const lines = log.join('\n');
    expect(lines).not.toContain('Running publish:github:pull-request');
    expect(lines).toContain('Running tfc:workspaces:ensure');
    expect(lines).toMatch(/Would start a rollout of .* to prod-euw1$/m);
    expect(output.text?.map(({ title }) => title)).toEqual(['What changes']);
  });

  it('hands on all that can be said', async () => {
    const { error, files } = await run(
      'add-region',
      example('add-region', 'fullest'),
    );
    expect(error).toBeUndefined();
    expect(
      Object.keys(files).filter(path => path.startsWith('infra/placements/')),
    ).toEqual([
      'infra/placements/dev-euw1.json',
      'infra/placements/dev-use1.json',
      'infra/placements/prod-euw1.json',
      'infra/placements/prod-use1.json',
      'infra/placements/prod-usw2.json',
    ]);
  });

  it('only shows what would change, if that is wanted', async () => {
    const { log, output } = await run('add-region', {
      ...example('add-region', 'smallest'),
      onlyShow: true,
    });
    expect(log.join('\n')).not.toContain('Running publish');
    expect(output.text).toEqual([
      {
        title: 'What changes',
        content: expect.stringContaining(
          'Adds infra/placements/prod-euw1.json',
        ),
      },
    ]);
  });
});

describe('template add-environment', () => {
  it('copies an environment', async () => {
    const { error, files } = await run(
      'add-environment',
      example('add-environment', 'smallest'),
    );
    expect(error).toBeUndefined();
    const { settings } = jsonIn(await ordersRepository(), 'dev-use1');
    expect(jsonIn(files, 'qa-use1')).toMatchObject({
      environment: 'qa',
      production: false,
      settings,
    });
  });

  it('takes settings as they are typed, and none of them for HCL', async () => {
    const { error, files } = await run(
      'add-environment',
      example('add-environment', 'fullest'),
    );
    expect(error).toBeUndefined();
    expect(jsonIn(files, 'qa-use1').settings).toEqual({
      cpu: 256,
      desired_count: 1,
      image: 'nginx:1.29',
      environment_variables: {
        LOG_LEVEL: 'debug',
        GREETING: 'いらっしゃいませ ${x} %{ if } "y"',
      },
    });
    const hcl = Object.entries(files).filter(([path]) =>
      /\.(tf|hcl)$/.test(path),
    );
    expect(hcl.map(([, text]) => text).join()).not.toMatch(/\$\{x\}|%\{ if/);
  });

  it.each([
    ['no environment to copy', { from: undefined }],
    ['a setting without a value', { settings: [{ setting: 'cpu' }] }],
    ['what is no setting', { settings: [{ setting: 'a b', value: '1' }] }],
  ])('refuses %s at once', async (_, wrong) => {
    const { status } = await run('add-environment', {
      ...example('add-environment', 'smallest'),
      ...wrong,
    });
    expect(status).toBe(400);
  });
});
