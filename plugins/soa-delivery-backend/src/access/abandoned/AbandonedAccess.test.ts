import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { accessing, wishOf } from '../__testUtils__/accessing';
import { AbandonedAccess } from './AbandonedAccess';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR_MS = 3_600_000;

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
});

describe.each(databases.eachSupportedId())('AbandonedAccess on %s', id => {
  let account: Awaited<ReturnType<typeof accessing>>;
  let entities: Entity[];
  let time: number;
  const auditor = mockServices.auditor.mock();
  const outcome = { success: jest.fn(), fail: jest.fn() };
  const logger = mockServices.logger.mock();

  /** `orders` has one workspace, `returns` another; each has its access. */
  beforeEach(async () => {
    jest.resetAllMocks();
    auditor.createEvent.mockResolvedValue(outcome);
    account = await accessing(await databases.init(id));
    entities = [component('orders')];
    time = Date.UTC(2026, 10, 20, 12);
    await account.store.request([
      wishOf('prod-use1'),
      wishOf('dev-use1', { componentRef: 'component:default/returns' }),
    ]);
    await account.tick(10);
    account.hcpTerraform.gone = new Set([
      'orders-prod-use1',
      'orders-dev-use1',
    ]);
  });

  const replica = (catalog: object = catalogServiceMock({ entities })) =>
    new AbandonedAccess({
      store: account.store,
      hcpTerraform: account.hcpTerraform,
      catalog: catalog as ReturnType<typeof catalogServiceMock>,
      auth: mockServices.auth(),
      auditor,
      logger,
      isManaged: one => !account.unmanaged.has(one),
      now: () => new Date(time),
    });

  /** Looks, and then again so much later; then what was asked for is done. */
  async function looks(hours: number, catalog?: object) {
    await replica(catalog).run();
    time += hours * HOUR_MS;
    await replica(catalog).run();
    await account.tick(10);
    return Object.keys(await account.states());
  }
  const BOTH = ['dev-use1', 'prod-use1'];

  it('takes away what has neither component nor workspace for a day', async () => {
    expect(await looks(24)).toEqual(['prod-use1']);
    expect(Object.keys(account.read())).toEqual(['orders-prod-use1']);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'access-abandoned',
      severityLevel: 'medium',
      meta: {
        componentRef: 'component:default/returns',
        workspace: 'acme/orders-dev-use1',
        account: '111122223333',
        missingSince: '2026-11-20T12:00:00.000Z',
      },
    });
    expect(outcome.success).toHaveBeenCalledWith({ meta: { isTaken: true } });
    expect(account.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'run-start',
        meta: expect.objectContaining({
          removals: ['orders-dev-use1'],
          requestedBy: ['plugin:soa-delivery'],
        }),
      }),
    );
  });

  it('waits for the day to be over', async () => {
    expect(await looks(23.9)).toEqual(BOTH);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });

  it('leaves what has its workspace still', async () => {
    account.hcpTerraform.gone.clear();
    expect(await looks(48)).toEqual(BOTH);
  });

  it('leaves it to the owner of a component that is there', async () => {
    entities.push(component('returns'));
    expect(await looks(48)).toEqual(BOTH);
  });

  it('leaves what the token may not see, with its project', async () => {
    account.hcpTerraform.projects = [];
    expect(await looks(48)).toEqual(BOTH);
  });

  it('leaves accounts that somebody else sees to', async () => {
    account.unmanaged.add('111122223333');
    expect(await looks(48)).toEqual(BOTH);
  });

  it.each([
    ['does not answer', new HcpTerraformError('unavailable', 'No answer')],
    ['takes no token', new HcpTerraformError('bad-token', 'Not valid')],
  ])('concludes nothing where HCP Terraform %s', async (_, error) => {
    account.hcpTerraform.hanging.set('acme', async () => {
      throw error;
    });
    expect(await looks(48)).toEqual(BOTH);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('could not be seen'),
    );
  });

  it('concludes nothing where the catalog does not answer, or not for all', async () => {
    const fails = { getEntitiesByRefs: async () => ({ items: [] }) };
    await expect(looks(48, fails)).rejects.toThrow('not answered for all');
    expect(Object.keys(await account.states())).toEqual(BOTH);
  });

  it('begins anew where it was back in between', async () => {
    await replica().run();
    time += 20 * HOUR_MS;
    account.hcpTerraform.gone.clear();
    await replica().run();
    account.hcpTerraform.gone.add('orders-dev-use1');
    expect(await looks(20)).toEqual(BOTH);
    time += 4 * HOUR_MS;
    await replica().run();
    await account.tick(10);
    expect(Object.keys(await account.states())).toEqual(['prod-use1']);
  });

  it('leaves what somebody asks for while it is looked for', async () => {
    await replica().run();
    time += 24 * HOUR_MS;
    // Of an entry that is there: its workspace is about to be made.
    account.hcpTerraform.hanging.set('acme', () =>
      account.store.request([
        wishOf('dev-use1', { componentRef: 'component:default/returns' }),
      ]),
    );
    await replica().run();
    await account.tick(10);
    expect(Object.keys(await account.states())).toEqual(BOTH);
    expect(outcome.success).toHaveBeenCalledWith({ meta: { isTaken: false } });
  });

  it('takes away once where two replicas look at once', async () => {
    await replica().run();
    time += 24 * HOUR_MS;
    const { hcpTerraform } = account;
    const runs = hcpTerraform.runs.length;
    await Promise.all([replica().run(), replica().run()]);
    await account.tick(10);
    expect(Object.keys(await account.states())).toEqual(['prod-use1']);
    expect(hcpTerraform.runs).toHaveLength(runs + 1);
  });

  it('tries again a day later what could not be taken away', async () => {
    account.hcpTerraform.failing.add('account-baseline');
    expect(await looks(24)).toEqual(BOTH);
    account.hcpTerraform.failing.clear();
    expect(await looks(24)).toEqual(['prod-use1']);
  });
});
