import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  FakeHcpTerraform,
  ordersWorkspace,
} from '../__testUtils__/FakeHcpTerraform';
import { InventoryStore } from '../store';
import { NoticeReader } from './NoticeReader';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const notice = (status: string, overrides: object = {}) => ({
  notification_configuration_id: 'nc-1',
  run_id: 'run-2',
  workspace_id: 'ws-orders1',
  workspace_name: 'orders-prod-use1',
  organization_name: 'acme',
  notifications: [{ trigger: `run:${status}`, run_updated_at: 'now' }],
  ...overrides,
});

describe('NoticeReader', () => {
  let tfc: FakeHcpTerraform;
  let store: InventoryStore;
  let reader: NoticeReader;
  let isStopping: boolean;
  const logger = { warn: jest.fn() };

  const runOf = async (id = 'ws-orders1') =>
    (await store.getWorkspace(id))?.workspace.currentRun;

  beforeEach(async () => {
    logger.warn.mockClear();
    isStopping = false;
    tfc = new FakeHcpTerraform();
    tfc.workspaces = [ordersWorkspace()];
    const knex = await databases.init('SQLITE_3');
    store = await InventoryStore.create(
      mockServices.database.mock({ getClient: async () => knex }),
    );
    reader = new NoticeReader({
      hcpTerraform: tfc,
      store,
      logger,
      isStopping: () => isStopping,
    });
  });

  const newRun = (status: string) => {
    tfc.workspaces[0].currentRun = {
      id: 'run-2',
      status,
      isConfirmable: false,
    };
  };

  it('reads a workspace at once, with what is new of it', async () => {
    newRun('applied');
    tfc.outputs['ws-orders1'] = [
      { name: 'url', sensitive: false, value: 'https://orders' },
    ];
    await reader.take(notice('completed'));
    expect(await runOf()).toMatchObject({ id: 'run-2', status: 'applied' });
    expect((await store.getWorkspace('ws-orders1'))!.outputs).toHaveLength(1);
    expect(tfc.calls).not.toContain('workspaces');
  });

  it('believes what it reads, and not what it is told', async () => {
    newRun('planning');
    await reader.take(notice('completed'));
    expect(await runOf()).toMatchObject({ status: 'planning' });
  });

  it('reads nothing for the same notice again', async () => {
    await reader.take(notice('completed'));
    tfc.calls = [];
    await reader.take(notice('completed'));
    expect(tfc.calls).toEqual([]);
    await reader.take(notice('errored'));
    expect(tfc.calls).toContain('workspace orders-prod-use1');
  });

  it('reads once for all that comes while it reads', async () => {
    await Promise.all(
      ['created', 'planning', 'needs_attention', 'applying'].map(status =>
        reader.take(notice(status)),
      ),
    );
    expect(
      tfc.calls.filter(call => call === 'workspace orders-prod-use1'),
    ).toHaveLength(2);
  });

  it.each([
    [
      'another organization',
      notice('completed', { organization_name: 'other' }),
    ],
    ['no workspace', notice('verification', { workspace_id: null })],
    ['nothing', {}],
    ['no notice', 'hello'],
  ])('reads nothing for %s', async (_, body) => {
    await reader.take(body);
    expect(tfc.calls).toEqual([]);
  });

  it('keeps nothing of a workspace whose name is now of another', async () => {
    await reader.take(notice('completed', { workspace_id: 'ws-gone' }));
    expect(await store.getWorkspace('ws-gone')).toBeUndefined();
    expect(await store.getWorkspace('ws-orders1')).toBeUndefined();
  });

  it('warns of what it cannot read, and reads the next', async () => {
    tfc.failures.set('workspace orders-prod-use1', new Error('down'));
    await reader.take(notice('completed'));
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('orders-prod-use1: it could not be read'),
    );
    tfc.failures.clear();
    await reader.take(notice('errored'));
    expect(await runOf()).toBeDefined();
  });

  it('begins nothing while the backend stops', async () => {
    isStopping = true;
    await reader.take(notice('completed'));
    expect(tfc.calls).toEqual([]);
  });
});
