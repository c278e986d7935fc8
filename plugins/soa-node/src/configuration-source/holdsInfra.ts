import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError, isError } from '@backstage/errors';
import { extract } from 'tar-stream';
import { tooLarge } from './tooLarge';

// A small archive of nothing but zeros is large enough to keep a core busy.
const LARGEST_UNPACKED_BYTES = 200 * 2 ** 20;

/**
 * Whether a gzipped tar has a file in `infra/`, at its top level.
 *
 * @throws InputError if it is no gzipped tar, or too large once it is unpacked
 */
export async function holdsInfra(
  archive: Uint8Array,
  options: {
    /** What errors call the URL that gave it. */
    input: string;
    signal?: AbortSignal;
    largestBytes?: number;
  },
): Promise<boolean> {
  const { input, signal, largestBytes = LARGEST_UNPACKED_BYTES } = options;
  const entries = extract();
  let tooMuch: Error | undefined;
  async function* atMost(unpacked: AsyncIterable<Buffer>) {
    let size = 0;
    for await (const chunk of unpacked) {
      size += chunk.length;
      if (size > largestBytes) {
        tooMuch = tooLarge(input, largestBytes);
        throw tooMuch;
      }
      yield chunk;
    }
  }
  // It fails where the loop ends early, and with what the loop throws.
  pipeline(Readable.from([archive]), createGunzip(), atMost, entries, {
    signal,
  }).catch(() => {});
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
    signal?.throwIfAborted();
    throw (
      tooMuch ??
      new InputError(
        `${input}: what it gives is no .tar.gz archive`,
        isError(error) ? error : undefined,
      )
    );
  }
}
