import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';

const directory = resolve(__dirname, '../../../../templates/static-site');

const example = (name: string) => {
  const values = parse(
    readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'),
  );
  const stages = values.stages.map((stage: object) => ({
    ...stage,
    account: '111122223333',
  }));
  return { ...values, stages };
};

const smallest = example('smallest');

const run = (values: object) =>
  dryRunTemplate(directory, values, { accounts: anyAccounts() });

const settingsOf = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]).settings;

describe('template static-site', () => {
  it('writes a whole repository, at its smallest', async () => {
    const { error, files, log, tfc } = await run(smallest);

    expect(error).toBeUndefined();
    expect(
      Object.keys(files)
        .filter(path => !path.startsWith('infra/modules/'))
        .sort(),
    ).toEqual([
      '.github/workflows/site.yml',
      '.github/workflows/terraform.yml',
      'README.md',
      'catalog-info.yaml',
      'docs/index.md',
      'infra/generated.sha256',
      'infra/main.tf',
      'infra/outputs.tf',
      'infra/placements/prod-global.json',
      'infra/providers.tf',
      'infra/terraform.tf',
      'infra/tests/placements.tftest.hcl',
      'infra/variables.tf',
      'mkdocs.yml',
      'site/404.html',
      'site/index.html',
      'site/style.css',
    ]);
    expect(settingsOf(files, 'prod-global')).toEqual({
      platform_host: true,
      access_log: 'none',
    });
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'pages' },
      spec: {
        type: 'website',
        placements: [{ region: 'global', runtime: 'static-site' }],
      },
    });
    expect(files['.github/workflows/site.yml']).toContain(
      '${{ matrix.placement.account }}',
    );
    expect(log.join()).toContain('Running soa:access:ensure');
    expect(log.join()).toContain('Running soa:rollout:start');
    expect(tfc.writes).toEqual([]);
  });

  it('hands on all that can be said, at its fullest', async () => {
    const { error, files } = await run(example('fullest'));

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-global')).toEqual({
      single_page: true,
      not_found_page: '/missing.html',
      content_security_policy: "default-src 'self' https://api.acme.example",
      platform_host: false,
      host: 'www.{environment}.acme.example',
      zone_id: 'Z0123456789ABC',
      price_class: 'PriceClass_All',
      denied_countries: ['AQ', 'BV'],
      waf: true,
      access_log: 'cloudwatch',
      alarm_notifications: true,
      github_repository: 'acme/pages',
    });
  });

  it('lets only some countries see it', async () => {
    const { files } = await run({
      ...smallest,
      countries: 'allow',
      countryCodes: ['JP'],
    });
    const settings = settingsOf(files, 'prod-global');
    expect(settings.allowed_countries).toEqual(['JP']);
    expect(settings).not.toHaveProperty('denied_countries');
  });

  it('keeps what people type as it is, and out of the markup', async () => {
    const description = `"Pages" \${x} %{ if } 頁\n- a: b #c\\ {{ 1 }} ' <b>`;
    const { error, files } = await run({ ...smallest, description });
    expect(error).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).metadata.description).toBe(
      description,
    );
    expect(files['README.md']).toContain(description);
    expect(files['site/index.html']).toContain('&lt;b&gt;');
    expect(files['site/index.html']).not.toContain('<b>');
  });

  it.each([
    [
      'an own address without a host',
      { address: 'own' },
      /address is not exactly one/,
    ],
    [
      'a host that is none',
      { address: 'own', host: 'www' },
      /address is not exactly one/,
    ],
    [
      'countries that are not named',
      { countries: 'deny' },
      /countries is not exactly one/,
    ],
    [
      'a country that is none',
      { countries: 'deny', countryCodes: ['Japan'] },
      /countries is not exactly one/,
    ],
    ['two lines', { contentSecurityPolicy: 'a\nb' }, /pattern/],
    ['a page without its path', { notFoundPage: '404.html' }, /pattern/],
  ])('refuses %s', async (_, wrong, reason) => {
    const { status, error } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
