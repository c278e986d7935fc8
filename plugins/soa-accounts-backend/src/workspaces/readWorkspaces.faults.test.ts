import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { hcpTerraformClientOf } from '../__testUtils__/hcpTerraformClientOf';
import { HcpTerraformHost } from '../__testUtils__/HcpTerraformHost';
import { RemovalLimit } from '../reading';
import { InventoryStore } from '../store';
import { readWorkspaces } from './readWorkspaces';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const SOURCE = 'hcp-terraform:acme';
const THROTTLED = { status: 429, headers: { 'x-ratelimit-reset': '0.01' } };

const named = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `name-${from + index}`);

const isPage = (url: URL, page: number) =>
  url.pathname.endsWith('/workspaces') &&
  Number(url.searchParams.get('page[number]') ?? 1) === page;

describe('readWorkspaces, when the host misbehaves', () => {
  let host: HcpTerraformHost;
  let client: HcpTerraformClient;
  let store: InventoryStore;

  const refresh = async () => {
    const { gone, warnings } = await readWorkspaces({
      client,
      known: await store.workspaceReadings(SOURCE),
      limit: new RemovalLimit(20),
      save: readings => store.saveWorkspaces(SOURCE, readings),
    });
    await store.removeWorkspaces(SOURCE, gone);
    return warnings;
  };

  const startWith = async (database: TestDatabaseId) => {
    const knex = await databases.init(database);
    store = await InventoryStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    await refresh();
    host.requests = [];
  };

  const stateOfSource = async () =>
    (await store.sources.list()).find(({ id }) => id === SOURCE)!;

  const known = async () =>
    (await store.listWorkspaces()).map(({ name }) => name).sort();

  beforeEach(async () => {
    host = await HcpTerraformHost.start();
    host.names = named(250);
    client = await hcpTerraformClientOf(host.url);
    await startWith('SQLITE_3');
  });

  afterEach(() => host.stop());

  it('asks for pages, and for nothing beside them', async () => {
    expect(await refresh()).toEqual([]);
    expect(host.requests).toHaveLength(3);
    const [{ roles }] = await store.listWorkspaces();
    expect(roles.plan).toMatch(/^arn:name-/);
  });

  it('goes on after it was throttled at every call', async () => {
    const asked = new Set<string>();
    host.instead = ({ search }) => {
      const isFirst = !asked.has(search);
      asked.add(search);
      return isFirst ? THROTTLED : undefined;
    };
    host.names = named(249);
    await refresh();
    expect(await known()).toEqual(named(249).sort());
    // Three pages and the one that is missing, each of them twice.
    expect(host.requests).toHaveLength(2 * (3 + 1));
  });

  it.each([401, 404])(
    'removes nothing where a page in between is answered %p',
    async status => {
      host.names = named(245);
      host.instead = url => (isPage(url, 2) ? { status } : undefined);
      await expect(refresh()).rejects.toMatchObject({ status });
      expect(await known()).toHaveLength(250);
    },
  );

  it('removes nothing where the token is refused while it asks for those missing', async () => {
    host.names = named(245);
    host.instead = ({ pathname }) =>
      pathname.endsWith('name-247') ? { status: 401 } : undefined;
    await expect(refresh()).rejects.toMatchObject({ kind: 'bad-token' });
    expect(await known()).toHaveLength(250);
  });

  it('loses none that another, deleted between two pages, has moved', async () => {
    let isDeleted = false;
    host.instead = url => {
      if (isPage(url, 2) && !isDeleted) {
        isDeleted = true;
        host.names = named(249, 1);
      }
      return undefined;
    };
    await refresh();
    // The first was on the page that had been read: it goes with the next read.
    expect(await known()).toHaveLength(250);
    await refresh();
    expect(await known()).toEqual(named(249, 1).sort());
  });

  it('takes each once that another, new between two pages, has moved', async () => {
    let isNew = false;
    host.instead = url => {
      if (isPage(url, 2) && !isNew) {
        isNew = true;
        host.names = ['new', ...named(250)];
      }
      return undefined;
    };
    await refresh();
    expect(await known()).toHaveLength(250);
    await refresh();
    expect(await known()).toHaveLength(251);
  });

  it.each(databases.eachSupportedId())(
    'is the same for two replicas that read at once, on %s',
    async database => {
      await startWith(database);
      host.names = [...named(245), ...named(5, 1_000)];
      const warnings = await Promise.all([refresh(), refresh()]);
      expect(warnings).toEqual([[], []]);
      expect(await known()).toEqual([...host.names].sort());
      const { version } = await stateOfSource();
      await Promise.all([refresh(), refresh()]);
      expect((await stateOfSource()).version).toBe(version);
    },
  );

  it('reads a list of which the host gives one page without details only', async () => {
    host.instead = url =>
      isPage(url, 2) && url.searchParams.get('include')!.includes('vars')
        ? { status: 422 }
        : undefined;
    const warnings = await refresh();
    expect(warnings).toEqual([expect.stringContaining('do not come with')]);
    expect(host.requests).toHaveLength(4);
    const workspaces = await store.listWorkspaces();
    expect(
      workspaces.every(({ name, roles }) => roles.plan === `arn:${name}`),
    ).toBe(true);
  });
});
