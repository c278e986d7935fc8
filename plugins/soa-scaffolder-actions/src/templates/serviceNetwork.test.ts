import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';

const directory = resolve(__dirname, '../../../../templates/service-network');

const example = (name: string) =>
  parse(readFileSync(join(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');
const fullest = example('fullest');

const run = (values: object) =>
  dryRunTemplate(directory, values, { accounts: anyAccounts() });

const settingsOf = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]).settings;

describe('template service-network', () => {
  it('writes a whole repository, at its smallest', async () => {
    const { error, files } = await run(smallest);

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-use1')).toEqual({
      organization_id: 'o-acme000001',
      principals: smallest.principals,
    });
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'service-network' },
      spec: { type: 'platform' },
    });
    expect(files['infra/main.tf']).toContain('./modules/service-network');
  });

  it('hands on what is chosen, at its fullest', async () => {
    const { error, files, tfc } = await run(fullest);

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-euw1')).toEqual({
      organization_id: 'o-acme000001',
      principals: fullest.principals,
      caller_path: '/',
      log_requests: false,
      resources: fullest.resources,
    });
    expect(tfc.writes).toEqual([]);
  });

  it('leaves out what a form keeps of an earlier choice', async () => {
    const { files } = await run({ ...fullest, reachTcp: false });
    expect(settingsOf(files, 'prod-euw1')).not.toHaveProperty('resources');
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

  it.each([
    ['no organisation', { organizationId: 'acme' }, /pattern/],
    ['to be shared with nobody', { principals: [] }, /minimum length/],
    ['a stranger', { principals: ['*'] }, /pattern/],
    [
      'a gateway to nothing',
      { reachTcp: true },
      /instance.reachTcp is not exactly one/,
    ],
    [
      'a target that is in two places',
      {
        reachTcp: true,
        resources: [
          {
            ...fullest.resources[0],
            targets: [
              { ...fullest.resources[0].targets[0], ip_address: '10.1.1.1' },
            ],
          },
        ],
      },
      /instance.reachTcp is not exactly one/,
    ],
    ['a path of its own', { callers: '/acme' }, /callers/],
  ])('refuses %s', async (_, wrong, reason) => {
    const { status, error } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
