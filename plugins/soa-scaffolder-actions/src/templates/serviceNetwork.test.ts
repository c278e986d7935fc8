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
    });
    expect(tfc.writes).toEqual([]);
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
    ['a path of its own', { callers: '/acme' }, /callers/],
  ])('refuses %s', async (_, wrong, reason) => {
    const { status, error } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
