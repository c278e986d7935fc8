import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { actedOn } from '../__testUtils__/actedOn';
import { OTHER_ACCOUNT } from '../__testUtils__/readingOn';
import { ACCOUNT, CLUSTER, PLACEMENT, SERVICE } from '../__testUtils__/records';
import { AttributionIndex } from './AttributionIndex';

const CART = 'component:default/cart';
const ORDERS = 'component:default/orders';
const APPLY = `arn:aws:iam::${ACCOUNT}:role/soa/orders-prod-apply`;

const facts = (
  name: string,
  outputs: Record<string, string> = {},
  overrides: Partial<Workspace> = {},
) => ({
  workspace: {
    id: `ws-${name}`,
    name,
    organization: 'acme',
    url: 'https://tfc.test',
    componentRef: `component:default/${name}`,
    placement: PLACEMENT,
    roles: {},
    entityRef: `resource:default/ws-${name}`,
    ...overrides,
  },
  outputs: Object.entries(outputs).map(([output, value]) => ({
    name: output,
    sensitive: false,
    value,
  })),
});
const indexOf = (...workspaces: ReturnType<typeof facts>[]) =>
  new AttributionIndex(new Set([ACCOUNT, OTHER_ACCOUNT]), workspaces);
/** Of an event that names nothing, if nothing else is said. */
const event = (overrides: object = {}) => ({
  account: ACCOUNT,
  arns: actedOn(),
  ...overrides,
});
const alone = indexOf(facts('orders'));
const two = indexOf(facts('orders'), facts('cart'));
const marked = {
  userAgent: 'aws-cli/2 backstage/component:default/orders',
};

describe('AttributionIndex', () => {
  it('gives everything in an account to who is alone there', () => {
    expect(alone.attribute(event())).toEqual([
      { entityRef: ORDERS, rule: 'account', confidence: 0.6 },
    ]);
    expect(two.attribute(event())).toEqual([]);
  });

  it('counts nobody for what the account itself is given', () => {
    const baseline = facts(
      'account-baseline',
      {},
      { placement: { ...PLACEMENT, region: 'global', runtime: 'platform' } },
    );
    const index = indexOf(facts('orders'), baseline);
    expect(index.attribute(event())).toEqual(alone.attribute(event()));
    expect(indexOf(baseline).attribute(event())).toEqual([]);
  });

  it('takes nothing from who is alone, whatever an event names elsewhere', () => {
    const elsewhere = SERVICE.replace(ACCOUNT, OTHER_ACCOUNT);
    const placement = { ...PLACEMENT, account: OTHER_ACCOUNT };
    const index = indexOf(
      facts('orders'),
      facts('cart', { service_arn: elsewhere }, { placement }),
    );
    expect(index.attribute(event({ arns: actedOn(elsewhere) }))).toEqual([
      { entityRef: CART, rule: 'resource', confidence: 0.9 },
      { entityRef: ORDERS, rule: 'account', confidence: 0.6 },
    ]);
  });

  it('lets no marker keep the rule of the account from holding', () => {
    expect(alone.attribute(event(marked))).toEqual(alone.attribute(event()));
    expect(two.attribute(event(marked))).toEqual([
      { entityRef: ORDERS, rule: 'user-agent', confidence: 0.4 },
    ]);
  });

  it('takes nobody for a resident who only says so in the catalog', () => {
    const index = indexOf(
      facts('orders', {}, { placement: undefined }),
      facts('cart', {}, { componentRef: undefined }),
    );
    expect(index.attribute(event(marked))).toEqual([]);
  });

  describe('of a part of the inventory', () => {
    const workspaces = [
      facts('orders', { cluster_arn: CLUSTER }),
      facts('cart', { cluster_arn: CLUSTER, service_arn: SERVICE }),
    ];
    /** What was saved first; `cart` is in no batch yet. */
    const saved = (isWhole: boolean, ...more: typeof workspaces) =>
      new AttributionIndex(
        new Set([ACCOUNT]),
        [workspaces[0], ...more],
        isWhole,
      );

    it('gives nobody an account for being alone in it', () => {
      expect(saved(false).attribute(event(marked))).toEqual([
        { entityRef: ORDERS, rule: 'user-agent', confidence: 0.4 },
      ]);
      expect(saved(true).attribute(event(marked))).toHaveLength(1);
    });

    it.each([
      [
        'that is in something shared',
        {
          actedOn: new Set([CLUSTER, SERVICE]),
          single: new Set([CLUSTER, SERVICE]),
        },
      ],
      [
        'that is mentioned with something shared',
        { mentioned: new Set([CLUSTER, SERVICE]) },
      ],
    ])('gives nobody what may be known of another %s', (_, named) => {
      const facing = event({ arns: { ...actedOn(), ...named } });
      const part = saved(false);
      expect(part.attribute(facing)).toEqual([]);
      expect(part.workspacesOf(facing)).toEqual([]);
      expect(saved(true).workspacesOf(facing)).toEqual(['ws-orders']);
      expect(saved(true, workspaces[1]).workspacesOf(facing)).toEqual([
        'ws-cart',
      ]);
    });

    it('gives what is known, whoever else it belongs to', () => {
      expect(
        saved(false).attribute(event({ arns: actedOn(CLUSTER) })),
      ).toMatchObject([{ entityRef: ORDERS, rule: 'resource' }]);
    });

    it('gives nobody a role that may be deployed with', () => {
      const named = facts('cart', { task_role_arn: APPLY });
      const roleArn = event({ roleArn: APPLY });
      expect(saved(false, named).attribute(roleArn)).toEqual([]);
      expect(saved(true, named).attribute(roleArn)).toMatchObject([
        { entityRef: CART, rule: 'role' },
      ]);
    });

    it('has a version of its own', () => {
      expect(saved(false).version).toBe(saved(false).version);
      expect(saved(false).version).not.toBe(saved(true).version);
    });
  });

  describe('of outputs', () => {
    const role = (account: string) => `arn:aws:iam::${account}:role/task`;
    const bucket = 'arn:aws:s3:::orders-media';
    const elsewhere = SERVICE.replace(ACCOUNT, OTHER_ACCOUNT);

    it.each([
      ['a resource', { service_arn: elsewhere }, elsewhere],
      ['a task role', { task_role_arn: role(OTHER_ACCOUNT) }, ''],
      ['a policy of AWS', { policy: 'arn:aws:iam::aws:policy/A' }, ''],
    ])('gives nobody %s of another account', (_, outputs, arn) => {
      const index = indexOf(facts('orders', outputs));
      const [named] = Object.values(outputs);
      expect(
        index.attribute(
          event({
            account: OTHER_ACCOUNT,
            arns: actedOn(arn || named),
            roleArn: named,
          }),
        ),
      ).toEqual([]);
      expect(index.isTaskRole(named)).toBe(false);
      expect(
        index.workspacesOf(event({ roleArn: named, arns: actedOn(named) })),
      ).toEqual([]);
    });

    it('counts accounts that other workspaces of the component are in', () => {
      const placement = { ...PLACEMENT, account: OTHER_ACCOUNT };
      const index = indexOf(
        facts('orders', { service_arn: elsewhere }),
        facts('second', {}, { componentRef: ORDERS, placement }),
      );
      expect(
        index.attribute(
          event({ account: OTHER_ACCOUNT, arns: actedOn(elsewhere) }),
        )[0],
      ).toMatchObject({ entityRef: ORDERS, rule: 'resource' });
    });

    it('gives what names no account in their own accounts only', () => {
      const index = indexOf(facts('orders', { bucket }), facts('cart'));
      const arns = actedOn(bucket);
      expect(index.attribute(event({ arns }))[0]).toMatchObject({
        entityRef: ORDERS,
        rule: 'resource',
      });
      expect(index.attribute(event({ account: OTHER_ACCOUNT, arns }))).toEqual(
        [],
      );
    });

    it.each([['task_role_arn'], ['execution_role_arn']])(
      'knows by %s what code runs as',
      output => {
        const index = indexOf(facts('orders', { [output]: role(ACCOUNT) }));
        expect(index.isTaskRole(role(ACCOUNT))).toBe(true);
        expect(
          index.attribute(event({ roleArn: role(ACCOUNT) }))[0],
        ).toMatchObject({ entityRef: ORDERS, rule: 'role' });
      },
    );

    it.each([
      ['a role by another name', { admin_role_arn: role(ACCOUNT) }],
      ['a deploy role', { task_role_arn: APPLY }],
    ])('lets nobody act for code by %s', (_, outputs) => {
      const [named] = Object.values(outputs);
      const index = indexOf(
        facts('cart', outputs),
        facts('orders', {}, { roles: { apply: APPLY } }),
      );
      expect(index.isTaskRole(named)).toBe(false);
      expect(
        index
          .attribute(event({ roleArn: named }))
          .map(({ entityRef }) => entityRef),
      ).not.toContain(CART);
    });

    it('shows a workspace of no component what it has made anywhere', () => {
      const none = { componentRef: undefined, placement: undefined };
      const index = indexOf(facts('dns', { bucket, elsewhere }, none));
      for (const arn of [bucket, elsewhere]) {
        expect(index.workspacesOf(event({ arns: actedOn(arn) }))).toEqual([
          'ws-dns',
        ]);
        expect(index.attribute(event({ arns: actedOn(arn) }))).toEqual([]);
      }
    });
  });

  describe('of what an event is on', () => {
    const index = indexOf(
      facts('orders', { cluster_arn: CLUSTER }),
      facts('cart', { cluster_arn: CLUSTER, service_arn: SERVICE }),
    );
    const whose = (arns: object, overrides: object = {}) =>
      index
        .attribute(event({ arns: { ...actedOn(), ...arns }, ...overrides }))
        .map(({ entityRef }) => entityRef)
        .sort();
    const created = [CLUSTER, SERVICE.replace('cart', 'orders')];
    const creation = {
      actedOn: new Set(created),
      single: new Set(created),
      mentioned: new Set([CLUSTER]),
    };
    const ofOrders = { workspace: { name: 'acme/orders' } };

    it('leaves out what it is in', () => {
      expect(
        whose({
          actedOn: new Set([CLUSTER, SERVICE]),
          single: new Set([CLUSTER, SERVICE]),
        }),
      ).toEqual([CART]);
    });

    it('says nothing to others on a cluster of what a run makes there', () => {
      expect(whose(creation, ofOrders)).toEqual([ORDERS]);
      expect(whose(creation)).toEqual([CART, ORDERS]);
    });

    it('says to all on a cluster what a run does to it', () => {
      const change = { ...creation, actedOn: new Set([CLUSTER]) };
      expect(whose(change, ofOrders)).toEqual([CART, ORDERS]);
    });

    it('takes all of a list', () => {
      expect(whose(actedOn(CLUSTER, SERVICE))).toEqual([CART, ORDERS]);
    });

    it('lets nothing that is only mentioned hide it from others', () => {
      expect(
        whose({
          actedOn: new Set([CLUSTER]),
          single: new Set([CLUSTER]),
          mentioned: new Set([SERVICE]),
        }),
      ).toEqual([CART, ORDERS]);
    });

    it('goes by what is mentioned where nothing else is known', () => {
      const mentioned = new Set([CLUSTER, SERVICE]);
      expect(whose({ actedOn: new Set(['arn:aws:x']), mentioned })).toEqual([
        CART,
      ]);
    });
  });

  describe('of runs', () => {
    const renamed = indexOf(facts('renamed', {}, { id: 'ws-1' }));
    const old = { name: 'acme/orders' };

    it('knows a workspace by its id, whatever its name is now', () => {
      const run = event({ workspace: { ...old, id: 'ws-1' } });
      expect(renamed.attribute(run)[0]).toMatchObject({
        entityRef: 'component:default/renamed',
        rule: 'run',
      });
      expect(renamed.workspacesOf(run)).toEqual(['ws-1']);
    });

    it('takes no workspace for another one that had its name', () => {
      const run = event({ workspace: { ...old, id: 'ws-gone' } });
      expect(two.workspacesOf(run)).toEqual([]);
    });

    it('goes by the name until the id is known', () => {
      expect(two.workspacesOf(event({ workspace: old }))).toEqual([
        'ws-orders',
      ]);
    });
  });
});
