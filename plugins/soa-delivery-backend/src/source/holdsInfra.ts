import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '@backstage/errors';
import { extract } from 'tar-stream';

/**
 * Whether a gzipped tar has a file in `infra/`, at its top level.
 *
 * @throws InputError if it is no gzipped tar
 */
export async function holdsInfra(archive: Uint8Array): Promise<boolean> {
  const entries = extract();
  // It fails where the loop ends early, and with what the loop throws.
  pipeline(Readable.from([archive]), createGunzip(), entries).catch(() => {});
  try {
    for await (const entry of entries) {
      const { name, type } = entry.header;
      if (type === 'file' && /^(\.\/)?infra\/./.test(name)) {
        return true;
      }
      entry.resume();
    }
    return false;
  } catch (error) {
    throw new InputError(
      'source.url: what it gives is no .tar.gz archive',
      error as Error,
    );
  }
}
