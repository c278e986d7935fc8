import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FakeRepositories, runAction } from '../__testUtils__';
import { createFindRepositoryAction } from './findRepository';

const root = 'https://github.com/acme/orders/blob/main';
const input = {
  componentRef: 'component:default/orders',
  repoContentsUrl: root,
};

const published = {
  'catalog-info.yaml': 'kind: Component',
  '.github/workflows/ci.yml': 'on: push',
  'docs/empty.md': '',
  'infra/placements/prod-use1.json': '{"image":"a"}',
};

function orders(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', namespace: 'default', annotations },
  };
}

const registered = orders({
  'backstage.io/managed-by-location': `url:${root}/catalog-info.yaml`,
  'backstage.io/source-location':
    'url:https://github.com/acme/orders/tree/main/',
});

describe('soa:repository:find', () => {
  const directory = createMockDirectory();

  function set(entities: Entity[] = []) {
    directory.setContent(published);
    directory.addContent({ '.git/HEAD': 'x' });
    const repositories = new FakeRepositories();
    const action = createFindRepositoryAction({
      catalog: catalogServiceMock({ entities }),
      urlReader: repositories.reader(),
    });
    const find = (
      options: { signal?: AbortSignal; isDryRun?: boolean } = {},
      other: object = {},
    ) =>
      runAction(
        action,
        { ...input, ...other },
        { ...options, workspacePath: directory.path },
      );
    return { find, repositories };
  }

  it('finds nothing before anything is published', async () => {
    const { find } = set();
    for (const isDryRun of [true, false]) {
      const { outputs, log } = await find({ isDryRun });
      expect(outputs).toEqual({ isRegistered: false, isThere: false });
      expect(log).toEqual(['component:default/orders is not there yet']);
    }
  });

  it('goes on from a repository that was published and not registered', async () => {
    const { find, repositories } = set();
    repositories.folders[root] = published;
    const { outputs } = await find();
    expect(outputs).toEqual({
      isRegistered: false,
      isThere: true,
      catalogInfoUrl: `${root}/catalog-info.yaml`,
      remoteUrl: root,
    });
  });

  it.each([
    [
      'changed',
      'infra/placements/prod-use1.json',
      { 'infra/placements/prod-use1.json': '{"image":"b"}' },
    ],
    [
      'of another size',
      'catalog-info.yaml',
      { 'catalog-info.yaml': 'kind: Component\nevil: true' },
    ],
    // The portal may see these, and whoever asks may not.
    ['that are not ours', 'other files', { 'infra/evil.tf': 'x' }],
    ['that are not ours', 'other files', { '.github/workflows/evil.yml': 'x' }],
  ])('takes no repository with files %s', async (_, named, other) => {
    const { find, repositories } = set();
    repositories.folders[root] = { ...published, ...other };
    await expect(find()).rejects.toThrow(
      `there is a repository at ${root} already, and it differs from what would be published in ${named}: choose another repository`,
    );
    expect(repositories.read).not.toContain('infra/evil.tf');
  });

  it('takes no repository that lacks files', async () => {
    const { find, repositories } = set();
    repositories.folders[root] = { 'README.md': 'x' };
    await expect(find()).rejects.toThrow(
      /published in \.github\/workflows\/ci\.yml, catalog-info\.yaml, docs\/empty\.md, infra\/placements\/prod-use1\.json and other files: /,
    );
    expect(repositories.read).toEqual([]);
  });

  it('leaves it to the host where it cannot look', async () => {
    const { find, repositories } = set();
    repositories.unreadable = new Error('409 Conflict');
    const { outputs, log } = await find();
    expect(outputs.isThere).toBe(false);
    // GitHub answers so for a repository that nothing was pushed to, and others
    // for other reasons: the step that publishes says no more than that the name
    // is taken.
    expect(log[0]).toBe(
      `Whether there is a repository at ${root} is unknown: 409 Conflict. If the next step says that the name exists: delete the repository if it is empty, or retry this task.`,
    );
    const blind = await find({}, { repoContentsUrl: undefined });
    expect(blind.outputs.isThere).toBe(false);
  });

  it('says that the repository of a component is left as it is', async () => {
    const { find, repositories } = set([registered]);
    repositories.folders[root] = { ...published, 'src/main.ts': 'x' };
    const { outputs, log } = await find(
      {},
      { repoContentsUrl: 'https://github.com/acme/other/blob/main' },
    );
    expect(outputs).toEqual({
      isRegistered: true,
      isThere: true,
      catalogInfoUrl: `${root}/catalog-info.yaml`,
      remoteUrl: 'https://github.com/acme/orders/tree/main',
      note: undefined,
    });
    expect(log).toEqual([
      'component:default/orders is in the catalog already: its repository https://github.com/acme/orders/tree/main is left as it is, and has what was filled in here',
    ]);
  });

  it.each([
    ['changed', { 'infra/placements/prod-use1.json': '{"image":"b"}' }],
    ['missing', {}],
  ])('tells of input that the repository has %s', async (_, files) => {
    const { find, repositories } = set([registered]);
    repositories.folders[root] = files as Record<string, string>;
    const { outputs, log } = await find();
    expect(outputs.note).toMatch(
      /is left as it is, and differs from what was filled in here in infra\/placements\/prod-use1\.json\. The rollout applies what the repository says: make the change there/,
    );
    expect(log).toEqual([outputs.note]);
  });

  describe('with many placements', () => {
    const placements = (image: string) =>
      Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [
          `infra/placements/prod-use1-${index}.json`,
          `{"image":"${image}"}`,
        ]),
      );

    function setMany() {
      const { find, repositories } = set([registered]);
      directory.addContent(placements('a'));
      repositories.folders[root] = {
        ...published,
        ...placements('a'),
        'infra/placements/prod-use1-7.json': '{"image":"b"}',
        'infra/placements/others.json': '{}',
        'src/main.ts': 'x',
      };
      return { find, repositories };
    }

    it('asks the host once, and for nothing else', async () => {
      const { find, repositories } = setMany();
      const { outputs } = await find();
      expect(outputs.note).toContain(
        'was filled in here in infra/placements/prod-use1-7.json. The rollout',
      );
      expect(repositories.requests).toEqual([root]);
      expect(repositories.read).toHaveLength(501);
    });

    it('asks a host of files only for each of them', async () => {
      const { find, repositories } = setMany();
      repositories.hasTrees = false;
      const { outputs } = await find();
      expect(outputs.note).toContain(
        'was filled in here in infra/placements/prod-use1-7.json. The rollout',
      );
      expect(repositories.requests).toHaveLength(501);
    });

    it('asks for no more where the host gives none of them', async () => {
      const { find, repositories } = setMany();
      repositories.hasTrees = false;
      repositories.unreadable = new Error('No answer');
      expect((await find()).outputs.note).toContain('(No answer)');
      expect(repositories.requests.length).toBeLessThanOrEqual(10);
    });
  });

  it('takes a repository that is gone for one without the files', async () => {
    const { find } = set([registered]);
    expect((await find()).outputs.note).toContain(
      'differs from what was filled in here in infra/placements/prod-use1.json',
    );
  });

  it('says so where it cannot compare', async () => {
    const { find, repositories } = set([registered]);
    repositories.unreadable = new Error('No answer');
    expect((await find()).outputs.note).toMatch(
      /could not be compared with what was filled in here \(No answer\)/,
    );
    const empty = set([registered]);
    directory.clear();
    expect((await empty.find()).outputs.note).toContain(
      "compared with what was filled in here (the task's folder holds no infra/placements/)",
    );
    const nowhere = set([orders({})]);
    expect((await nowhere.find()).outputs.note).toMatch(
      /its repository is left as it is, and it cannot be compared/,
    );
  });

  it('stops when it is canceled', async () => {
    const { find, repositories } = set();
    repositories.unreadable = new Error('Aborted');
    await expect(find({ signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
  });
});
