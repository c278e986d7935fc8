import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/**
 * The files of a gzipped tar, by their path.
 *
 * @throws if it is none
 */
export async function readFiles(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const entries = extract();
  entries.on('entry', (header, stream, next) => {
    const chunks: Buffer[] = [];
    stream.on('data', chunk => chunks.push(Buffer.from(chunk as Uint8Array)));
    stream.on('end', () => {
      if (header.type === 'file') {
        files.set(header.name.replace(/^\.\//, ''), Buffer.concat(chunks));
      }
      next();
    });
  });
  await pipeline(Readable.from([archive]), createGunzip(), entries);
  return files;
}
