import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { readFolder } from './readFolder';

const PLACEMENTS = 'infra/placements/';

/**
 * Which files of placements in a folder are not the same in a repository that
 * is there already: a form can change these only.
 *
 * @param options - `catalogInfoUrl`: beside which the repository's files are
 * @throws NotFoundError if the folder holds none, and so nothing can be said
 */
export async function differingPlacements(options: {
  reader: Pick<UrlReaderService, 'readUrl'>;
  catalogInfoUrl: string;
  directory: string;
  signal?: AbortSignal;
}): Promise<string[]> {
  const { reader, catalogInfoUrl, directory, signal } = options;
  const placements = [...(await readFolder(directory))].filter(([path]) =>
    path.startsWith(PLACEMENTS),
  );
  if (placements.length === 0) {
    throw new NotFoundError(`the task's folder holds no ${PLACEMENTS}`);
  }
  const differing: string[] = [];
  for (const [path, ours] of placements) {
    const theirs = await readFile(reader, `./${path}`, catalogInfoUrl, signal);
    if (!theirs?.equals(ours)) {
      differing.push(path);
    }
  }
  return differing.sort();
}

/** @returns `undefined` if there is no such file */
async function readFile(
  reader: Pick<UrlReaderService, 'readUrl'>,
  path: string,
  base: string,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  try {
    const file = await reader.readUrl(new URL(path, base).href, { signal });
    return await file.buffer();
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
