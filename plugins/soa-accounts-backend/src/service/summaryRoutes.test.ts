import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { startPortal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('GET /v1/summary', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(await databases.init('SQLITE_3'));
  });

  it('counts what people may see, and all for services', async () => {
    const { get, service } = portal;
    const none = {
      'not-applied': 0,
      'missing-workspace': 0,
      drifted: 0,
      unknown: 0,
    };
    expect((await get('/summary').expect(200)).body).toEqual({
      services: 2,
      placements: {
        total: 2,
        byState: { ...none, 'in-sync': 1, undeclared: 1 },
      },
      accounts: { total: 1, active: 1, suspended: 0 },
      regions: 1,
      environments: 1,
    });
    const all = await get('/summary', service).expect(200);
    expect(all.body).toMatchObject({
      services: 3,
      placements: { total: 3, byState: { 'in-sync': 2, undeclared: 1 } },
      accounts: { total: 2, active: 2 },
    });
  });

  it('counts the placements that the list has', async () => {
    const { get, service } = portal;
    for (const who of [undefined, service]) {
      const { items } = (await get('/placements', who)).body;
      const { placements } = (await get('/summary', who)).body;
      expect(placements.total).toBe(items.length);
    }
  });

  it('tells nobody who does not say who they are', async () => {
    const nobody = mockCredentials.none.header();
    expect((await portal.get('/summary', nobody)).status).toBe(401);
  });
});
