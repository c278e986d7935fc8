import { createHash } from 'node:crypto';
import type { Change } from '../changes';
import type { FileTree } from '../files';

/** Which of the files in `infra/` the portal has written, and how they were. */
export const CHECKSUMS = 'infra/generated.sha256';

/** Of a file's text. */
export function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Checksums as `sha256sum --check` reads them, in `infra/`.
 *
 * @param tree - files by their path in `infra/`
 */
export function writeChecksums(tree: FileTree): string {
  return Object.keys(tree)
    .sort()
    .map(path => `${checksumOf(tree[path])}  ${path}\n`)
    .join('');
}

/**
 * Reads back what {@link writeChecksums} wrote. What leads out of `infra/` is no
 * file of the portal's.
 *
 * @returns checksums by the path in the repository
 */
export function readChecksums(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64})[ ][ *](\S.*?)\r?$/gm)]
      .filter(([, , path]) => /^[\w.-]+(\/[\w.-]+)*$/.test(path))
      .filter(([, , path]) => !path.split('/').includes('..'))
      .map(([, checksum, path]) => [`infra/${path}`, checksum]),
  );
}

/**
 * The change of {@link CHECKSUMS} that goes with one of a file: none where the file
 * was not as the portal has written it, so that this stays known.
 */
export function withChecksum(
  text: string | undefined,
  path: string,
  before: string,
  after: string,
): Change[] {
  if (
    text === undefined ||
    readChecksums(text).get(path) !== checksumOf(before)
  ) {
    return [];
  }
  return [
    {
      path: CHECKSUMS,
      before: text,
      after: text.replace(
        checksumLine(before, path),
        checksumLine(after, path),
      ),
    },
  ];
}

function checksumLine(text: string, path: string): string {
  return `${checksumOf(text)}  ${path.replace(/^infra\//, '')}`;
}
