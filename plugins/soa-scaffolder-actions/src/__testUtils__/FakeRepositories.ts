import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';

/** Repositories on a source-code host: files by the URL of a folder and their path. */
export class FakeRepositories {
  readonly folders: Record<string, Record<string, string>> = {};
  /** Thrown by every read. */
  unreadable?: Error;
  /** What was read, and not only listed. */
  readonly read: string[] = [];
  /** A host of files only has none. */
  hasTrees = true;
  /** Every URL that was asked for. */
  readonly requests: string[] = [];

  reader(): UrlReaderService {
    return mockServices.urlReader.mock({
      readUrl: async url => {
        this.requests.push(url);
        const [folder, files] =
          Object.entries(this.#all()).find(([root]) => url.startsWith(root)) ??
          [];
        const content = files?.[url.slice(folder!.length + 1)];
        if (content === undefined) {
          throw new NotFoundError(`${url} is not there`);
        }
        return { buffer: async () => Buffer.from(content) };
      },
      readTree: async (url, { filter } = {}) => {
        if (!this.hasTrees) {
          throw new Error('FetchUrlReader does not implement readTree');
        }
        this.requests.push(url);
        const files = this.#all()[url];
        if (!files) {
          throw new NotFoundError(`${url} is not there`);
        }
        const read = Object.entries(files).filter(([path, content]) =>
          filter?.(path, { size: Buffer.byteLength(content) }),
        );
        this.read.push(...read.map(([path]) => path));
        return {
          etag: '0123abc',
          files: async () =>
            read.map(([path, content]) => ({
              path,
              // Of an empty file, Backstage's readers give an empty array.
              content: async () => (content ? Buffer.from(content) : []),
            })),
        } as any;
      },
    });
  }

  #all() {
    if (this.unreadable) {
      throw this.unreadable;
    }
    return this.folders;
  }
}
