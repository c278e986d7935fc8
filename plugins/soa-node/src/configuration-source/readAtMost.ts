import type { Readable } from 'node:stream';
import { tooLarge } from './tooLarge';

/**
 * Reads a stream whole, and no further than allowed.
 *
 * @throws InputError if there is more
 */
export async function readAtMost(
  stream: Readable,
  largestBytes: number,
  input: string,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestBytes) {
      throw tooLarge(input, largestBytes);
    }
  }
  return Buffer.concat(chunks);
}
