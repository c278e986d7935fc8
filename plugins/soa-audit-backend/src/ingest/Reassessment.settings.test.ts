import { TestDatabases } from '@backstage/backend-test-utils';
import { OTHER_ACCOUNT, readingOn } from '../__testUtils__/readingOn';
import {
  ACCOUNT,
  PLACEMENT,
  record,
  session,
  signIn,
} from '../__testUtils__/records';
import { SETTINGS } from '../__testUtils__/SETTINGS';
import { AttributionIndex } from '../attribution';
import type { AssessmentSettings } from '../attribution';
import { Reassessment } from './Reassessment';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const CART = 'component:default/cart';
const shard = { account: ACCOUNT, region: 'us-east-1' };
const workspace = {
  id: 'ws-cart',
  name: 'cart-prod-use1',
  organization: 'acme',
  url: 'https://tfc.test',
  componentRef: CART,
  placement: PLACEMENT,
  roles: {},
  entityRef: 'resource:default/ws-cart',
};
const accounts = new Set([ACCOUNT, OTHER_ACCOUNT]);
const index = new AttributionIndex(accounts, [{ workspace, outputs: [] }]);
const gone = new AttributionIndex(accounts, []);
const KEY_ELSEWHERE = 'ASIABBBBBBBBBBBBBBBB';

/** A run signs in, takes on a role elsewhere, and works there; newest first. */
const records = [
  record('work', {
    eventTime: '2026-11-20T12:02:00Z',
    recipientAccountId: OTHER_ACCOUNT,
    userIdentity: session('dns', 'terraform', KEY_ELSEWHERE),
  }),
  record('chain', {
    eventTime: '2026-11-20T12:01:00Z',
    eventName: 'AssumeRole',
    eventSource: 'sts.amazonaws.com',
    userIdentity: session('cart-apply', 'terraform-run-abc123'),
    responseElements: {
      assumedRoleUser: {
        arn: `arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/dns/terraform`,
      },
      credentials: { accessKeyId: KEY_ELSEWHERE },
    },
  }),
  signIn('proof', {
    userIdentity: {
      type: 'WebIdentityUser',
      identityProvider: `arn:aws:iam::${ACCOUNT}:oidc-provider/tfe.example`,
    },
  }),
];
const IDS = ['work', 'chain', 'proof'];

describe.each(databases.eachSupportedId())(
  'Reassessment by other settings on %s',
  databaseId => {
    let reading: Awaited<ReturnType<typeof readingOn>>;

    beforeEach(async () => {
      reading = await readingOn(await databases.init(databaseId));
      await reading.ingest.take('lookup', { shard, records }, index);
    });

    const reassess = (change: Partial<AssessmentSettings>, by = index) =>
      new Reassessment({
        store: reading.store,
        settings: { ...SETTINGS, ...change },
      }).reattribute(by);
    const kinds = async () =>
      Promise.all(
        IDS.map(async id => (await reading.store.get(id))?.actor.kind),
      );
    const all = (kind: string) => IDS.map(() => kind);
    const issuers = ['app.terraform.io', 'tfe.example'];

    it('proves by an issuer that is new what was stored before', async () => {
      expect(await kinds()).toEqual(all('unknown'));
      await reassess({ issuers });
      expect(await kinds()).toEqual(all('pipeline'));
      expect((await reading.store.get('work'))?.attributions[0]).toMatchObject({
        entityRef: CART,
        rule: 'run',
      });
      expect(await reading.store.proofs.areAllDone()).toBe(false);
      expect(await reading.store.proofs.listUnfollowed(10)).toEqual([]);
    });

    it.each([
      ['issuer', {}],
      ['organization', { issuers, organizations: ['globex'] }],
    ])('takes its proofs from an %s that is gone', async (_, change) => {
      await reassess({ issuers });
      await reassess(change);
      expect(await kinds()).toEqual(all('unknown'));
      await reassess({ issuers });
      expect(await kinds()).toEqual(all('pipeline'));
    });

    it('keeps the past of a workspace that is gone, and its marks', async () => {
      await reassess({ issuers });
      await reassess({}, gone);
      expect(await reading.store.get('work')).toMatchObject({
        actor: { kind: 'unknown' },
        attributions: [{ entityRef: CART, rule: 'run', confidence: 1 }],
        outOfBand: true,
      });
      const { knex } = reading.store;
      for (const table of ['attributions', 'workspace_events']) {
        const ids = await knex(`soa_audit_${table}`).pluck('event_id');
        expect(new Set(ids)).toEqual(new Set(IDS));
      }
      await reassess({ reconsidered: [CART] }, gone);
      expect(await knex('soa_audit_attributions')).toEqual([]);
    });
  },
);
