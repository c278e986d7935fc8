import { TestDatabases } from '@backstage/backend-test-utils';
import { ordersWorkspace } from '../__testUtils__/FakeHcpTerraform';
import { startPortal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('accounts on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init(databaseId), ({ tfc }) => {
      const { tagBindings } = ordersWorkspace();
      tfc.workspaces.push(
        ordersWorkspace({
          id: 'ws-baseline1',
          name: 'account-baseline-111122223333',
          tagBindings: {
            ...tagBindings,
            'soa-component': 'account-baseline',
            'soa-region': 'global',
            'soa-runtime': 'platform',
          },
        }),
      );
      tfc.outputs['ws-baseline1'] = [
        { name: 'baseline_version', sensitive: false, value: '1.2.0' },
        {
          name: 'guardrails',
          sensitive: false,
          // Whoever writes outputs can write anything.
          value: ['No public buckets', { toString: 1, valueOf: 1 }],
        },
      ];
    });
  });

  it('tell what they were given, and by whom to those who may see it', async () => {
    const { get, service } = portal;
    const { body } = await get('/accounts/111122223333').expect(200);
    expect(body).toMatchObject({
      id: '111122223333',
      organizationalUnitPath: 'Workloads/Prod',
      baseline: { version: '1.2.0', guardrails: ['No public buckets'] },
    });
    expect(body.baseline.workspace).toBeUndefined();
    const whole = await get('/accounts/111122223333', service).expect(200);
    expect(whole.body.baseline.workspace).toMatchObject({
      id: 'ws-baseline1',
      name: 'account-baseline-111122223333',
    });
  });

  it('have no baseline where nothing says so', async () => {
    const { get, service } = portal;
    const { body } = await get('/accounts/444455556666', service).expect(200);
    expect(body.baseline).toBeUndefined();
  });

  it('tell what bounds them', async () => {
    const { body } = await portal
      .get('/accounts/111122223333/guard-rails')
      .expect(200);
    const attachedTo = body.items.map(
      (one: { attachedTo: { name: string } }) => one.attachedTo.name,
    );
    expect([...new Set(attachedTo)]).toEqual([
      'Root',
      'Workloads',
      'Prod',
      'account-111122223333',
    ]);
  });

  it.each(['444455556666', '999999999999'])(
    'are not there for who may not see them: %s',
    async id => {
      const { body } = await portal.get(`/accounts/${id}`).expect(404);
      expect(body.error.message).toContain('or you may not see it');
      await portal.get(`/accounts/${id}/guard-rails`).expect(404);
    },
  );

  it('have ids of twelve digits', async () => {
    const { body } = await portal.get('/accounts/prod').expect(400);
    expect(body.error.message).toContain('12-digit id');
  });
});
