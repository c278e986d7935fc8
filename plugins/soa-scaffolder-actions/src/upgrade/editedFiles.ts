import { checksumOf, readChecksums } from '../checksums';
import type { RepositoryFiles } from '../service';

/** Files of which an upgrade would take somebody's work. */
export interface EditedFiles {
  paths: string[];
  /** Whether nobody can tell: no checksums were recorded. */
  isUnknown: boolean;
}

/**
 * Which of the files that would become others people have changed since the portal
 * wrote them.
 *
 * @param checksums - the record in the repository, if there is one
 * @param changing - their paths, which are all there
 */
export function editedFiles(
  files: RepositoryFiles,
  checksums: string | undefined,
  changing: readonly string[],
): EditedFiles {
  if (checksums === undefined) {
    return { paths: [...changing], isUnknown: changing.length > 0 };
  }
  const recorded = readChecksums(checksums);
  return {
    paths: changing.filter(
      path => recorded.get(path) !== checksumOf(files.get(path)!),
    ),
    isUnknown: false,
  };
}
