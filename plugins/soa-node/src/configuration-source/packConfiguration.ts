import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/**
 * A file of a configuration, or a symbolic link.
 *
 * @public
 */
export type ConfigurationFile = {
  /** Relative to the root of the repository, with `/`. */
  path: string;
} & ({ content: Uint8Array } | { linksTo: string });

/**
 * Packs a configuration for HCP Terraform. The same files are the same bytes,
 * whoever packs them, and when.
 *
 * @returns a gzipped tar
 * @public
 */
export async function packConfiguration(
  files: readonly ConfigurationFile[],
): Promise<Buffer> {
  const archive = pack();
  const common = { mtime: new Date(0), mode: 0o644 };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if ('content' in file) {
      archive.entry({ name: file.path, ...common }, Buffer.from(file.content));
    } else {
      archive.entry({
        name: file.path,
        ...common,
        type: 'symlink',
        linkname: file.linksTo,
      });
    }
  }
  archive.finalize();
  return gzipSync(await buffer(archive));
}
