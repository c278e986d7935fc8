import { createBackendModule } from '@backstage/backend-plugin-api';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';

const REPOSITORY =
  /^(https:\/\/github\.com\/[^/]+\/[^/]+)\/(?:blob|tree)\/main\/?/;

/** `github.com` as the scaffolder and URL readers see it; other URLs are fetched. */
export class FakeGithub {
  readonly repositories = new Map<string, Map<string, Buffer>>();
  /** Whether files can be read at all. */
  isReadable = true;
  /** How many searches find nothing yet of what was published. */
  lag = 0;

  /** What `publish:github` does: makes a repository, if there is none. */
  readonly module = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'fake-github',
    register: env =>
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        init: async ({ actions }) =>
          actions.addActions(
            createTemplateAction({
              id: 'publish:github',
              schema: {
                input: {
                  repoUrl: z => z.string(),
                  description: z => z.string(),
                  defaultBranch: z => z.literal('main'),
                },
              },
              handler: async ctx => {
                const query = new URL(`https://${ctx.input.repoUrl}`)
                  .searchParams;
                const name = `${query.get('owner')}/${query.get('repo')}`;
                await this.#publish(name, ctx.workspacePath);
                const url = `https://github.com/${name}`;
                ctx.output('remoteUrl', `${url}.git`);
                ctx.output('repoContentsUrl', `${url}/blob/main`);
                ctx.output('commitHash', '0123abc');
              },
            }),
          ),
      }),
  });

  readonly reader: UrlReaderService = {
    readUrl: async url => {
      const content = await this.#read(url);
      return { buffer: async () => content };
    },
    readTree: async (url, { filter = () => true } = {}) => {
      if (!REPOSITORY.test(url)) {
        throw new Error('FetchUrlReader does not implement readTree');
      }
      const files = [...this.#repositoryOf(url)].filter(([path, content]) =>
        filter(path, { size: content.length }),
      );
      return {
        etag: '',
        files: async () =>
          files.map(([path, content]) => ({
            path,
            content: async () => content,
          })),
        archive: () => Promise.reject(new Error('Not needed')),
        dir: () => Promise.reject(new Error('Not needed')),
      };
    },
    search: async url => {
      if (this.lag > 0 && REPOSITORY.test(url)) {
        this.lag -= 1;
        return { etag: '', files: [] };
      }
      const content = await this.#read(url);
      return { etag: '', files: [{ url, content: async () => content }] };
    },
  };

  async #publish(name: string, directory: string): Promise<void> {
    const url = `https://github.com/${name}`;
    if (this.repositories.has(url)) {
      throw new Error(`${name}: name already exists on this account`);
    }
    const files = await serializeDirectoryContents(directory);
    this.repositories.set(
      url,
      new Map(files.map(({ path, content }) => [path, content])),
    );
  }

  async #read(url: string): Promise<Buffer> {
    if (!REPOSITORY.test(url)) {
      const answer = await fetch(url);
      if (!answer.ok) {
        throw new NotFoundError(`${url} answers ${answer.status}`);
      }
      return Buffer.from(await answer.arrayBuffer());
    }
    const content = this.#repositoryOf(url).get(url.replace(REPOSITORY, ''));
    if (!content) {
      throw new NotFoundError(`There is no ${url}`);
    }
    return content;
  }

  #repositoryOf(url: string): Map<string, Buffer> {
    const files = this.repositories.get(REPOSITORY.exec(url)?.[1] ?? '');
    if (!files) {
      throw new NotFoundError(`There is no repository at ${url}`);
    }
    if (!this.isReadable) {
      throw new Error('GitHub does not answer');
    }
    return files;
  }
}
