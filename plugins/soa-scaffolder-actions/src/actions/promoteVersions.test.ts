import { createMockDirectory } from '@backstage/backend-test-utils';
import { ordersPlacements, runAction } from '../__testUtils__';
import { ordersRepository } from '../__testUtils__/ordersRepository';
import { serviceActionOptions } from '../__testUtils__/serviceActions';
import { readFileTree } from '../files';
import { createPromoteVersionsAction } from './promoteVersions';

const image = (digit: string) => `nginx@sha256:${digit.repeat(64)}`;
const fileOf = (key: string) => `infra/placements/${key}.json`;

describe('soa:versions:promote', () => {
  const directory = createMockDirectory();
  beforeEach(() => directory.clear());

  /** @param own - settings of single placements, by their key */
  async function set(
    own: Record<string, object | undefined> = {},
    options: { groups?: string[] } = {},
  ) {
    const files = await ordersRepository();
    for (const [key, settings] of Object.entries(own)) {
      const facts = JSON.parse(files[fileOf(key)]);
      files[fileOf(key)] = `${JSON.stringify(
        { ...facts, settings },
        null,
        2,
      )}\n`;
    }
    const services = serviceActionOptions(files, options);
    const action = createPromoteVersionsAction(services);
    const promote = async (wish: object = {}, isDryRun = false) => {
      const run = await runAction(
        action,
        { componentRef: 'component:default/orders', from: 'dev', ...wish },
        { workspacePath: directory.path, isDryRun },
      );
      return { ...run, written: await readFileTree(directory.path) };
    };
    return { promote, files, ...services };
  }

  it('copies the version to all placements of the next environment', async () => {
    const { promote, files } = await set({
      'dev-use1': { image: image('b'), cpu: 512 },
    });
    const { outputs, written, log } = await promote();
    expect(Object.keys(written)).toEqual([
      fileOf('prod-euw1'),
      fileOf('prod-use1'),
    ]);
    for (const key of ['prod-use1', 'prod-euw1']) {
      expect(written[fileOf(key)]).toBe(
        files[fileOf(key)].replace(image('a'), image('b')),
      );
    }
    expect(outputs).toMatchObject({
      to: 'prod',
      hasChanges: true,
      isInPlace: false,
    });
    expect(outputs.placements.map(({ key }: any) => key)).toEqual([
      'prod-use1',
      'prod-euw1',
    ]);
    expect(log.slice(0, 4)).toEqual([
      'What orders runs in dev becomes what it runs in prod:',
      'prod-euw1: image, as dev-use1 has it',
      `- "${image('a')}"`,
      `+ "${image('b')}"`,
    ]);
    expect(outputs.summary).toContain(`+ "${image('b')}"`);
  });

  it('says in words that there is nothing to promote', async () => {
    const { promote } = await set();
    const { outputs, written } = await promote();
    expect(written).toEqual({});
    expect(outputs).toMatchObject({ hasChanges: false, isInPlace: true });
    expect(outputs.summary).toContain(
      'There is nothing to promote: prod runs what dev does.',
    );
    const { promote: site } = await set({
      'dev-use1': {},
      'prod-use1': {},
      'prod-euw1': {},
    });
    expect((await site()).outputs.summary).toContain(
      'no placement of dev has image, zip, ami_id among its settings',
    );
  });

  it('names the settings that it is told', async () => {
    const { promote } = await set({ 'dev-use1': { schema: 2 } });
    const { written } = await promote({ settings: ['schema'] });
    expect(JSON.parse(written[fileOf('prod-use1')]).settings).toMatchObject({
      schema: 2,
      image: image('a'),
    });
  });

  it('copies an image of machines within a Region only', async () => {
    const { promote } = await set({
      'dev-use1': { ami_id: 'ami-2' },
      'prod-use1': { ami_id: 'ami-1' },
      'prod-euw1': { ami_id: 'ami-0' },
    });
    const { written, log } = await promote();
    expect(Object.keys(written)).toEqual([fileOf('prod-use1')]);
    expect(log.join()).toContain(
      'prod-euw1: ami_id stays as it is, as images of machines are those of one Region',
    );
  });

  it.each<[string, Record<string, object>, RegExp]>([
    [
      'a tag to production',
      { 'dev-use1': { image: 'nginx:2' } },
      /production takes images by digest: .* "require_digest": false in infra\/placements\/prod-euw1\.json\n- .*prod-use1\.json$/,
    ],
    [
      'an image to a zip',
      { 'dev-use1': { image: image('b') }, 'prod-use1': { zip: { key: 'k' } } },
      /prod-use1 runs zip, and dev-use1 runs image: change settings of infra\/placements\/prod-use1\.json by hand/,
    ],
  ])('refuses %s', async (_, own, message) => {
    const { promote } = await set(own);
    await expect(promote({}, true)).rejects.toThrow(message);
    expect(await readFileTree(directory.path)).toEqual({});
  });

  it('takes a tag where production accepts it', async () => {
    const accepting = { image: 'nginx:1', require_digest: false };
    const { promote } = await set({
      'dev-use1': { image: 'nginx:2' },
      'prod-use1': accepting,
      'prod-euw1': accepting,
    });
    expect(Object.keys((await promote()).written)).toHaveLength(2);
  });

  it('wants one version where another Region is to get it', async () => {
    const [dev] = ordersPlacements;
    const files = await ordersRepository({
      placements: [
        ...ordersPlacements,
        { ...dev, region: 'us-west-2', key: 'dev-usw2' },
      ],
    });
    files[fileOf('dev-usw2')] = files[fileOf('dev-usw2')].replace(
      image('a'),
      image('b'),
    );
    const action = createPromoteVersionsAction(serviceActionOptions(files));
    await expect(
      runAction(
        action,
        { componentRef: 'component:default/orders', from: 'dev' },
        { workspacePath: directory.path },
      ),
    ).rejects.toThrow(
      'prod-euw1 could get image of dev-use1 or of dev-usw2, which run different ones: have all of dev run the same first',
    );
  });

  it.each([
    [{ from: 'qa' }, 'from: the service does not run in qa'],
    [{ from: 'prod' }, 'from: prod is the last environment'],
    [{ from: 'prod', to: 'dev' }, 'to: dev does not come after prod'],
    [{ to: 'qa' }, 'the service does not run there: choose one of prod'],
  ])('refuses %j', async (wish, message) => {
    const { promote } = await set();
    await expect(promote(wish, true)).rejects.toThrow(message);
  });

  it('is for members of the owner, and unknown where nothing can be read', async () => {
    const { promote } = await set({}, { groups: [] });
    await expect(promote({}, true)).rejects.toThrow('not a member');
    const { promote: own, repositories } = await set();
    repositories.unreadable = new Error('No answer');
    expect((await own({}, true)).outputs).toMatchObject({
      hasChanges: false,
      isInPlace: false,
    });
  });
});
