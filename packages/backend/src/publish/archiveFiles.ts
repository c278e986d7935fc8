import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** A gzipped tar of files by their path; the same files give the same bytes. */
export async function archiveFiles(
  files: ReadonlyMap<string, Buffer>,
): Promise<Buffer> {
  const archive = pack();
  for (const name of [...files.keys()].sort()) {
    archive.entry({ name, mtime: new Date(0) }, files.get(name)!);
  }
  archive.finalize();
  return gzipSync(await buffer(archive));
}
