import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import {
  ACCOUNT,
  KEY,
  PLACEMENT,
  record,
  session,
  signIn,
} from '../__testUtils__/records';
import { CLUSTER, SERVICE } from '../__testUtils__/records';
import { SETTINGS } from '../__testUtils__/SETTINGS';
import { AttributionIndex } from '../attribution';
import type { PipelineProof } from '../proof';
import { OwnReads } from '../record';
import { AuditStore } from '../store';
import { Ingest } from './Ingest';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const CART = 'component:default/cart';
const FROM = '2026-11-20T11:00:00.000Z';
const shard = { account: ACCOUNT, region: 'us-east-1' };

const workspace = (name: string, componentRef: string): Workspace => ({
  id: `ws-${name}`,
  name,
  organization: 'acme',
  url: 'https://tfc.test',
  componentRef,
  placement: PLACEMENT,
  roles: {},
  entityRef: `resource:default/ws-${name}`,
});
const outputs = (...arns: string[]) =>
  arns.map(value => ({ name: value, sensitive: false, value }));
const index = new AttributionIndex(new Set([ACCOUNT]), [
  {
    workspace: workspace('cart-prod-use1', CART),
    outputs: outputs(SERVICE, CLUSTER),
  },
  {
    workspace: workspace('checkout-prod-use1', 'component:default/checkout'),
    outputs: outputs(CLUSTER),
  },
]);
const empty = new AttributionIndex(new Set([ACCOUNT]), []);

describe.each(databases.eachSupportedId())('Ingest on %s', databaseId => {
  let store: AuditStore;
  let ingest: Ingest;
  let confirm: jest.Mock;

  beforeEach(async () => {
    const knex = await databases.init(databaseId);
    store = await AuditStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    confirm = jest.fn(async (proof: PipelineProof) => ({
      ...proof,
      runId: proof.claimedRunId,
    }));
    ingest = new Ingest({
      store,
      confirmation: { confirm } as never,
      ownReads: OwnReads.fromConfig(mockServices.rootConfig()),
      logger: mockServices.logger.mock(),
      settings: SETTINGS,
    });
  });

  const take = (records: unknown[], readUntil?: string, by = index) =>
    ingest.take(
      'lookup',
      { shard, records, ...(readUntil && { readUntil, readFrom: FROM }) },
      by,
    );
  const actorOf = async (id: string) => (await store.get(id))?.actor;
  const byRun = (id: string, overrides: object = {}) =>
    record(id, {
      userIdentity: session('cart-apply', 'terraform-run-abc123'),
      ...overrides,
    });
  const count = async (table: string) =>
    Number((await store.knex(table).count({ n: '*' }))[0].n);

  it('proves a run, in whichever order its records come', async () => {
    await take([byRun('early')]);
    expect(await actorOf('early')).toMatchObject({ kind: 'unknown' });
    await take([signIn('proof'), byRun('same')]);
    await take([byRun('late')]);
    for (const id of ['early', 'proof', 'same', 'late']) {
      expect(await actorOf(id)).toMatchObject({
        kind: 'pipeline',
        name: 'acme/cart-prod-use1',
      });
      expect((await store.get(id))?.attributions[0]).toEqual({
        entityRef: CART,
        rule: 'run',
        confidence: 1,
      });
    }
    expect(JSON.stringify(await store.get('proof'))).not.toContain(
      'SECRET-TOKEN',
    );
  });

  it.each([
    ['only the name of a session', []],
    [
      'a sign-in from elsewhere',
      [
        signIn('proof', {
          userIdentity: {
            identityProvider: `arn:aws:iam::${ACCOUNT}:oidc-provider/evil.test`,
          },
        }),
      ],
    ],
    [
      'a sign-in of an organization that is none of ours',
      [
        signIn('proof', {
          responseElements: {
            subjectFromWebIdentityToken:
              'organization:evil:project:p:workspace:cart-prod-use1:run_phase:apply',
            credentials: { accessKeyId: KEY },
          },
        }),
      ],
    ],
    [
      'a sign-in of a project that has the name of a workspace of ours',
      [
        signIn('proof', {
          responseElements: {
            subjectFromWebIdentityToken:
              'organization:evil:project:organization:acme:project:p:workspace:cart-prod-use1:run_phase:apply',
            credentials: { accessKeyId: KEY },
          },
        }),
      ],
    ],
    [
      'a sign-in with a token of something else',
      [
        signIn('proof', {
          responseElements: {
            subjectFromWebIdentityToken: 'repo:acme/cart:ref:refs/heads/main',
            credentials: { accessKeyId: KEY },
          },
        }),
      ],
    ],
    ...[
      `arn:aws:iam::${ACCOUNT}:oidc-provider/evil.test/:oidc-provider/app.terraform.io`,
      `arn:aws:iam::${ACCOUNT}:oidc-provider/evil.test/:iam::${ACCOUNT}:oidc-provider/app.terraform.io`,
      'arn:aws:iam::444455556666:oidc-provider/app.terraform.io',
    ].map((identityProvider): [string, object[]] => [
      `a sign-in through ${identityProvider}`,
      [signIn('proof', { userIdentity: { identityProvider } })],
    ]),
    ['a sign-in that failed', [signIn('proof', { errorCode: 'AccessDenied' })]],
    [
      'a sign-in to another account',
      [signIn('proof', { recipientAccountId: '444455556666' })],
    ],
    [
      'a sign-in of another day',
      [signIn('proof', { eventTime: '2026-11-18T12:00:00Z' })],
    ],
    [
      'a sign-in with another key',
      [signIn('proof', { responseElements: { credentials: {} } })],
    ],
  ])('takes nobody for a pipeline by %s', async (_, proofs) => {
    await take([
      ...proofs,
      byRun('forged', { userAgent: 'HashiCorp Terraform' }),
    ]);
    expect(await store.get('forged')).toMatchObject({
      actor: { kind: 'unknown', claim: 'claims to be run-abc123' },
      outOfBand: true,
    });
  });

  it('names the run once HCP Terraform has said so, and asks until then', async () => {
    await take([signIn('proof'), byRun('one')]);
    confirm.mockRejectedValueOnce(new Error('is down'));
    await ingest.confirmRuns(index);
    expect((await actorOf('one'))?.runId).toBeUndefined();
    await ingest.confirmRuns(index);
    expect((await actorOf('one'))?.runId).toBe('run-abc123');
    await ingest.confirmRuns(index);
    expect(confirm).toHaveBeenCalledTimes(2);
  });

  it('confirms again if it stopped before the events knew', async () => {
    await take([signIn('proof'), byRun('one')]);
    const replace = jest
      .spyOn(store, 'replace')
      .mockRejectedValueOnce(new Error('stopped'));
    await expect(ingest.confirmRuns(index)).rejects.toThrow('stopped');
    replace.mockRestore();
    await ingest.confirmRuns(index);
    expect((await actorOf('one'))?.runId).toBe('run-abc123');
  });

  it('keeps what it does not understand aside, once, and goes on', async () => {
    const bad = { eventID: 'bad', password: 'hunter2' };
    await take([bad, 'no JSON', record('good')]);
    await take([bad, record('good')]);
    expect(await count('soa_audit_events')).toBe(1);
    const rejected = await store.knex('soa_audit_rejected_records');
    await take(['{"password":"hunter2']);
    expect(rejected).toHaveLength(2);
    expect(
      JSON.stringify(await store.knex('soa_audit_rejected_records')),
    ).not.toContain('hunter2');
  });

  it('stores records and position together, or neither', async () => {
    const until = '2026-11-20T12:30:00.000Z';
    await store.knex.schema.renameTable('soa_audit_positions', 'gone');
    await expect(take([record('1')], until)).rejects.toMatchObject({
      message: expect.stringContaining('soa_audit_positions'),
    });
    expect(await count('soa_audit_events')).toBe(0);
    await store.knex.schema.renameTable('gone', 'soa_audit_positions');
    await store.recordFailure(
      { source: 'lookup', ...shard },
      'no',
      new Date(0),
    );
    await take([record('1')], until);
    await take([record('1')], until);
    expect(await count('soa_audit_events')).toBe(1);
    expect(await count('soa_audit_attributions')).toBe(1);
    expect(await store.listPositions()).toEqual([
      {
        source: 'lookup',
        ...shard,
        read_from: FROM,
        read_until: until,
        error: null,
        error_at: null,
        resume: null,
      },
    ]);
  });

  it('gives what is shared to all, and attributes anew', async () => {
    const shared = record('shared', {
      eventName: 'DeleteCluster',
      responseElements: { cluster: { clusterArn: CLUSTER } },
    });
    await take([shared], undefined, empty);
    expect((await store.get('shared'))?.attributions).toEqual([]);
    await ingest.reassessment.reattribute(index);
    const event = await store.get('shared');
    expect(event?.attributions.map(({ entityRef }) => entityRef)).toEqual([
      CART,
      'component:default/checkout',
    ]);
    expect(event?.outOfBand).toBe(true);
  });

  it('forgets what is old', async () => {
    await take([signIn('old'), byRun('new'), 'bad']);
    await store.deleteBefore('2026-11-20T12:00:00.000Z');
    expect(await store.get('old')).toBeUndefined();
    expect(await store.get('new')).toBeDefined();
    expect(await store.proofs.find([KEY])).toEqual(new Map());
  });

  it('can take its tables back', async () => {
    const { knex } = store;
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('soa_audit_events')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('soa_audit_events')).toBe(true);
  });
});
