import { gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { pack } from 'tar-stream';

const LARGEST_BYTES = 20 * 2 ** 20;

/** Reads what a rollout applies, as the archive that every workspace gets. */
export class RolloutSourceReader {
  constructor(private readonly reader: UrlReaderService) {}

  /**
   * @returns a gzipped tar with `infra/` in it
   * @throws InputError if it is too large
   */
  async read(url: string, signal?: AbortSignal): Promise<Buffer> {
    const archive = /\.(tar\.gz|tgz)$/.test(new URL(url).pathname)
      ? await (await this.reader.readUrl(url, { signal })).buffer()
      : await this.#readTree(url, signal);
    if (archive.length > LARGEST_BYTES) {
      throw new InputError(
        `The configuration has ${archive.length} bytes, and at most ${LARGEST_BYTES} are taken: keep large files out of infra/`,
      );
    }
    return archive;
  }

  async #readTree(url: string, signal?: AbortSignal): Promise<Buffer> {
    const tree = await this.reader.readTree(url, {
      signal,
      filter: path => path.startsWith('infra/'),
    });
    const archive = pack();
    const files = await tree.files();
    for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
      // One date for all, so that the same files are the same bytes.
      archive.entry(
        { name: file.path, mtime: new Date(0) },
        await file.content(),
      );
    }
    archive.finalize();
    return gzipSync(await buffer(archive));
  }
}
