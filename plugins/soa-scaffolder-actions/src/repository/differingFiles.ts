import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { readFolder } from './readFolder';

/** How a repository is not the same as a folder. */
export interface Difference {
  /** The folder's files that the repository lacks, or has others in place of. */
  ours: string[];
  /** Whether the repository has more files: whoever asks may not know their names. */
  hasOthers: boolean;
}

/**
 * Where a repository and a folder are not the same, in either direction. Files
 * of others are not read.
 *
 * @param options - `below`: what their paths begin with, if not all are compared
 */
export async function differingFiles(options: {
  reader: Pick<UrlReaderService, 'readTree'>;
  repositoryUrl: string;
  directory: string;
  below?: string;
  signal?: AbortSignal;
}): Promise<Difference> {
  const { reader, repositoryUrl, directory, below = '', signal } = options;
  const ours = new Map(
    [...(await readFolder(directory))].filter(([path]) =>
      path.startsWith(below),
    ),
  );
  const differing = new Set(ours.keys());
  let hasOthers = false;
  const tree = await reader.readTree(repositoryUrl, {
    signal,
    filter: (path, info) => {
      if (!path.startsWith(below)) {
        return false;
      }
      const size = ours.get(path)?.length;
      if (size === undefined) {
        hasOthers = true;
      }
      return size !== undefined && (!info || info.size === size);
    },
  });
  for (const { path, content } of await tree.files()) {
    // Backstage's readers give an empty array for an empty file.
    if (ours.get(path)?.equals(Buffer.from(await content()))) {
      differing.delete(path);
    }
  }
  return { ours: [...differing].sort(), hasOthers };
}
