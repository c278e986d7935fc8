import { resolve } from 'node:path';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { TestDatabases } from '@backstage/backend-test-utils';
import { startPortal } from '../publish/__testUtils__/startPortal';
import { hcpTerraformAt } from './__testUtils__/hcpTerraformAt';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ACCOUNT = '100000000501';
const BASELINE = `account-baseline-${ACCOUNT}`;
const stages = [
  { environment: 'sandbox', regions: ['us-east-1'], account: ACCOUNT },
];
const template = (path: string) => resolve(__dirname, path);

/** Every plugin has a schema of its own in the test's database. */
async function databaseOn(id: 'POSTGRES_18' | 'SQLITE_3') {
  if (id === 'SQLITE_3') {
    return undefined;
  }
  const { host, port, user, password, database } = (await databases.init(id))
    .client.config.connection;
  return {
    feature: databaseServiceFactory,
    configuration: {
      client: 'pg',
      pluginDivisionMode: 'schema',
      connection: { host, port, user, password, database },
    },
  };
}

describe.each(databases.eachSupportedId())('deploy access on %s', id => {
  it('goes from a new account to a service whose first run has its roles, and with it', async () => {
    const portal = await startPortal(
      {},
      {
        database: await databaseOn(id as 'SQLITE_3'),
        groups: ['group:default/team-shop', 'group:default/team-platform'],
        templates: [
          template('../../../../templates/all-templates.yaml'),
          template('__testUtils__/baseline.yaml'),
          template('__testUtils__/withoutAccess.yaml'),
          template('__testUtils__/destruction.yaml'),
        ],
      },
    );
    try {
      const tfc = hcpTerraformAt(portal.sandboxUrl);
      const rolloutOf = async (name: string) => {
        const { items } = await portal.get(
          `soa-delivery/v1/rollouts?component=${name}`,
        );
        return portal.get(`soa-delivery/v1/rollouts/${items[0].id}`);
      };

      // A new account has nothing but what the organisation puts in it.
      expect((await tfc.run(BASELINE, { 'is-destroy': true })).status).toBe(
        'applied',
      );
      await tfc.ask(
        'POST',
        `/workspaces/${await tfc.idOf(BASELINE)}/actions/safe-delete`,
      );
      const early = await portal.create({ name: 'parcels', stages });
      expect(early.status).toBe('failed');
      expect(early.log).toContain(
        `The account ${ACCOUNT} has no access workspace in acme`,
      );
      // The name stays free for another choice.
      expect(early.log).not.toContain('Write the repository');
      const { error } = await portal.get(
        'catalog/entities/by-name/component/default/parcels',
      );
      expect(error.name).toBe('NotFoundError');

      // The platform team gives it its access workspace.
      const made = await portal.create(
        { account: ACCOUNT, environment: 'sandbox' },
        'baseline',
      );
      expect(made.log).toContain(`acme/${BASELINE}: created`);
      expect(made.status).toBe('completed');
      const version = await tfc.configure(BASELINE, {
        [`infra/placements/${ACCOUNT}.json`]: JSON.stringify({
          service: 'account-baseline',
          environment: 'sandbox',
          account: ACCOUNT,
          region: 'global',
          runtime: 'platform',
        }),
      });
      const applied = await tfc.run(BASELINE, { 'auto-apply': true }, version);
      expect(applied.status).toBe('applied');
      await tfc.ask('PATCH', `/workspaces/${await tfc.idOf(BASELINE)}`, {
        data: { type: 'workspaces', attributes: { 'auto-apply': true } },
      });

      // A service in it: its entry, its roles, its workspace, its first run.
      const created = await portal.create({ name: 'parcels', stages });
      expect(created.log).toContain(
        'acme/parcels-sandbox-use1: has deploy access',
      );
      expect(created.status).toBe('completed');
      expect(await tfc.accessOf(ACCOUNT)).toEqual({
        'parcels-sandbox-use1': {
          project: 'team-shop',
          runtime: 'ecs-fargate',
        },
      });
      await portal.tick(40);
      expect(await rolloutOf('parcels')).toMatchObject({ state: 'applied' });

      // It goes with its workspace.
      const workspaces = ['acme/parcels-sandbox-use1'];
      const destroyed = await portal.create(
        { name: 'parcels', workspaces },
        'destruction',
      );
      expect(destroyed.log).toContain(
        "acme/parcels-sandbox-use1: its deploy access is taken away by its account's access workspace",
      );
      expect(destroyed.status).toBe('completed');
      await portal.tick(20);
      expect(await tfc.accessOf(ACCOUNT)).toEqual({});
      const left = await portal.get(
        'soa-delivery/v1/access?componentRef=parcels',
      );
      expect(left.items).toEqual([]);

      // Without an entry there are no roles, and nothing can be planned.
      const without = await portal.create(
        { name: 'returns', stages },
        'without-access',
      );
      expect(without.status).toBe('completed');
      const of = (name: string) => ({
        'infra/placements/sandbox-use1.json': JSON.stringify({
          service: name,
          environment: 'sandbox',
          account: ACCOUNT,
          region: 'us-east-1',
          runtime: 'ecs-fargate',
        }),
      });
      const name = 'returns-sandbox-use1';
      const bare = await tfc.configure(name, of('returns'));
      expect((await tfc.run(name, {}, bare)).status).toBe('errored');
    } finally {
      await portal.stop();
    }
  });
});
