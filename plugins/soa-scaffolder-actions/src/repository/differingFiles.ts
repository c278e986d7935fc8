import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { readFolder } from './readFolder';

/**
 * Where a repository and a folder are not the same, in either direction. Files
 * of others are not read.
 *
 * @returns paths; empty if they are the same, file by file
 */
export async function differingFiles(options: {
  reader: Pick<UrlReaderService, 'readTree'>;
  repositoryUrl: string;
  directory: string;
  signal?: AbortSignal;
}): Promise<string[]> {
  const { reader, repositoryUrl, directory, signal } = options;
  const ours = await readFolder(directory);
  const differing = new Set(ours.keys());
  const tree = await reader.readTree(repositoryUrl, {
    signal,
    filter: (path, info) => {
      const size = ours.get(path)?.length;
      if (size === undefined) {
        differing.add(path);
      }
      return size !== undefined && (!info || info.size === size);
    },
  });
  for (const { path, content } of await tree.files()) {
    if (ours.get(path)?.equals(await content())) {
      differing.delete(path);
    }
  }
  return [...differing].sort();
}
