import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** A gzipped tar of a folder; the same files give the same bytes. */
export async function archiveWorkspace(directory: string): Promise<Buffer> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({
      file,
      name: relative(directory, file).split(sep).join('/'),
    }))
    .filter(({ name }) => !name.startsWith('.git/'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const archive = pack();
  for (const { file, name } of files) {
    archive.entry({ name, mtime: new Date(0) }, await readFile(file));
  }
  archive.finalize();
  return gzipSync(await buffer(archive));
}
