import { gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { pack } from 'tar-stream';
import { holdsInfra } from './holdsInfra';
import { readAtMost } from './readAtMost';
import { tooLarge } from './tooLarge';

const LARGEST_BYTES = 20 * 2 ** 20;

/** Reads what a rollout applies, as the archive that every workspace gets. */
export class RolloutSourceReader {
  constructor(
    private readonly reader: UrlReaderService,
    private readonly largestBytes = LARGEST_BYTES,
  ) {}

  /**
   * @returns a gzipped tar with `infra/` in it
   * @throws InputError if it is too large, or holds no `infra/`
   */
  async read(url: string, signal?: AbortSignal): Promise<Buffer> {
    const archive = /\.(tar\.gz|tgz)$/.test(new URL(url).pathname)
      ? await this.#readArchive(url, signal)
      : await this.#readTree(url, signal);
    if (!(await holdsInfra(archive, signal))) {
      throw new InputError(
        `source.url: ${url} holds no folder infra/ with files in it, so there is nothing to apply`,
      );
    }
    return archive;
  }

  async #readArchive(url: string, signal?: AbortSignal): Promise<Buffer> {
    const answer = await this.reader.readUrl(url, { signal });
    return answer.stream
      ? readAtMost(answer.stream(), this.largestBytes)
      : this.#checked(await answer.buffer());
  }

  async #readTree(url: string, signal?: AbortSignal): Promise<Buffer> {
    let announced = 0;
    const tree = await this.reader.readTree(url, {
      signal,
      filter: (path, info) => {
        if (!path.startsWith('infra/')) {
          return false;
        }
        announced += info?.size ?? 0;
        // What passes is in memory before anybody asks for it. To throw here
        // would end the process: nobody listens.
        return announced <= this.largestBytes;
      },
    });
    const files = await tree.files();
    if (announced > this.largestBytes) {
      throw tooLarge(this.largestBytes);
    }
    const archive = pack();
    let size = 0;
    for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
      // Backstage's readers give an empty array for an empty file.
      const content = Buffer.from(await file.content());
      // Not every reader says beforehand how large a file is.
      size += content.length;
      if (size > this.largestBytes) {
        throw tooLarge(this.largestBytes);
      }
      // One date for all, so that the same files are the same bytes.
      archive.entry({ name: file.path, mtime: new Date(0) }, content);
    }
    archive.finalize();
    return gzipSync(await buffer(archive));
  }

  #checked(archive: Buffer): Buffer {
    if (archive.length > this.largestBytes) {
      throw tooLarge(this.largestBytes);
    }
    return archive;
  }
}
