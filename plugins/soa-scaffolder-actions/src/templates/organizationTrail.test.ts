import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import { rolloutPlanOf } from '../__testUtils__/rolloutPlanOf';

const directory = resolve(
  __dirname,
  '../../../../templates/organization-trail',
);

const example = (name: string) =>
  parse(readFileSync(join(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');
const fullest = example('fullest');

const run = (values: object) =>
  dryRunTemplate(directory, values, { accounts: anyAccounts() });

const settingsOf = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]).settings;

describe('template organization-trail', () => {
  it('writes a whole repository, at its smallest', async () => {
    const { error, files, output, tfc } = await run(smallest);

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-use1')).toEqual({
      organization_id: 'o-acme000001',
      management_account: '100000000021',
      archive_account: '100000000021',
      archive_region: 'us-east-1',
      trail_account: '100000000021',
      lock_mode: 'GOVERNANCE',
      lock_days: 365,
    });
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'organization-trail' },
      spec: { type: 'platform' },
    });
    expect(files['infra/main.tf']).toContain('./modules/organization-trail');
    expect(output.text).toEqual([]);
    expect(tfc.writes).toEqual([]);
  });

  it('tells both accounts the same, at its fullest', async () => {
    const { error, files, log } = await run(fullest);

    expect(error).toBeUndefined();
    for (const key of ['prod-use1', 'prod-use1-100000000001']) {
      expect(settingsOf(files, key)).toEqual({
        organization_id: 'o-acme000001',
        management_account: '100000000001',
        archive_account: '100000000021',
        archive_region: 'us-east-1',
        trail_account: '100000000001',
        insights: ['ApiCallRateInsight', 'ApiErrorRateInsight'],
        excluded_management_sources: [
          'kms.amazonaws.com',
          'rdsdata.amazonaws.com',
        ],
        lock_mode: 'COMPLIANCE',
        lock_days: 730,
        expiration_days: 2555,
        notify_by_topic: true,
        query_limit_gib: 500,
        reader: {
          principal_arn: 'arn:aws:iam::100000000001:role/backstage',
          external_id: 'acme-backstage',
        },
      });
    }
    // CloudTrail refuses an archive that is not there yet.
    expect(rolloutPlanOf(log)).toEqual({
      stages: [{ environment: 'prod', waves: [{ account: '100000000021' }] }],
    });
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
    ['no account', { stages: [] }, /stages/],
    ['three accounts', { stages: [stage, stage, stage] }, /stages/],
    [
      'two Regions',
      { stages: [{ ...stage, regions: ['us-east-1', 'eu-west-1'] }] },
      /regions/,
    ],
    ['no Region', { stages: [{ ...stage, regions: ['global'] }] }, /pattern/],
    ['no organisation', { organizationId: 'acme' }, /pattern/],
    ['a lock of no days', { lockDays: 0 }, /lockDays/],
    ['another lock', { lockMode: 'NONE' }, /lockMode/],
    ['everybody as the reader', { readerPrincipal: '*' }, /pattern/],
  ])('refuses %s', async (_, wrong, reason) => {
    const { status, error } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
