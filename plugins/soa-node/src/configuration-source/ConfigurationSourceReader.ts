import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { holdsInfra } from './holdsInfra';
import { isLeftOut } from './isLeftOut';
import { packConfiguration } from './packConfiguration';
import type { ConfigurationFile } from './packConfiguration';
import { readAtMost } from './readAtMost';
import { LARGEST_CONFIGURATION_BYTES, tooLarge } from './tooLarge';

const COMMIT = /^[0-9a-f]{7,40}$/;

// As in /tree/<commit>, /src/<commit> and ?version=GC<commit>.
const NAMED_COMMIT = /(?:[/=]|=GC)([0-9a-f]{40})(?![0-9a-f])/;

/**
 * Reads the configuration that workspaces get from a source-code host: the
 * folder `infra/` of a tree, or an archive as it is.
 *
 * @public
 */
export class ConfigurationSourceReader {
  readonly #reader: UrlReaderService;
  readonly #input: string;
  readonly #largestBytes: number;

  constructor(options: {
    reader: UrlReaderService;
    /** What errors call the URL that they are about. */
    input: string;
    largestBytes?: number;
  }) {
    this.#reader = options.reader;
    this.#input = options.input;
    this.#largestBytes = options.largestBytes ?? LARGEST_CONFIGURATION_BYTES;
  }

  /**
   * @returns a gzipped tar with `infra/` in it
   * @throws InputError if it is too large, or holds no `infra/`
   */
  async read(url: string, signal?: AbortSignal): Promise<Buffer> {
    const archive = isArchive(url)
      ? await this.#readArchive(url, signal)
      : await this.#readTree(url, signal);
    if (!(await holdsInfra(archive, { input: this.#input, signal }))) {
      throw new InputError(
        `${
          this.#input
        }: ${url} holds no folder infra/ with files in it, so there is nothing to apply`,
      );
    }
    return archive;
  }

  /**
   * The commit that a URL is of: the one that it names, or that the host says.
   *
   * @returns in hexadecimal, which some hosts shorten; `undefined` if it is not known
   */
  async readCommit(
    url: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const named = NAMED_COMMIT.exec(url);
    if (named) {
      return named[1];
    }
    if (isArchive(url)) {
      return undefined;
    }
    const { etag } = await this.#reader.readTree(url, {
      signal,
      filter: () => false,
    });
    return COMMIT.test(etag) ? etag : undefined;
  }

  async #readArchive(url: string, signal?: AbortSignal): Promise<Buffer> {
    const answer = await this.#reader.readUrl(url, { signal });
    return answer.stream
      ? readAtMost(answer.stream(), this.#largestBytes, this.#input)
      : this.#checked(await answer.buffer());
  }

  async #readTree(url: string, signal?: AbortSignal): Promise<Buffer> {
    let announced = 0;
    const tree = await this.#reader.readTree(url, {
      signal,
      filter: (path, info) => {
        if (!path.startsWith('infra/') || isLeftOut(path)) {
          return false;
        }
        announced += info?.size ?? 0;
        // What passes is in memory before anybody asks for it. To throw here
        // would end the process: nobody listens.
        return announced <= this.#largestBytes;
      },
    });
    const files = await tree.files();
    if (announced > this.#largestBytes) {
      throw this.#tooLarge();
    }
    const configuration: ConfigurationFile[] = [];
    let size = 0;
    for (const file of files) {
      // Backstage's readers give an empty array for an empty file.
      const content = Buffer.from(await file.content());
      // Not every reader says beforehand how large a file is.
      size += content.length;
      if (size > this.#largestBytes) {
        throw this.#tooLarge();
      }
      configuration.push({ path: file.path, content });
    }
    return packConfiguration(configuration);
  }

  #checked(archive: Buffer): Buffer {
    if (archive.length > this.#largestBytes) {
      throw this.#tooLarge();
    }
    return archive;
  }

  #tooLarge(): InputError {
    return tooLarge(this.#input, this.#largestBytes);
  }
}

function isArchive(url: string): boolean {
  return /\.(tar\.gz|tgz)$/.test(new URL(url).pathname);
}
