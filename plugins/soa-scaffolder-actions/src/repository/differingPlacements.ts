import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import pLimit from 'p-limit';
import { differingFiles } from './differingFiles';
import { readFolder } from './readFolder';

const PLACEMENTS = 'infra/placements/';
const CONCURRENCY = 10;

interface Comparison {
  reader: Pick<UrlReaderService, 'readTree' | 'readUrl'>;
  /** Beside which the repository's files are. */
  catalogInfoUrl: string;
  signal?: AbortSignal;
}

/**
 * Which files of placements in a folder are not the same in a repository that
 * is there already: a form can change these only.
 *
 * @throws NotFoundError if the folder holds none, and so nothing can be said
 */
export async function differingPlacements(
  options: Comparison & { directory: string },
): Promise<string[]> {
  const { reader, catalogInfoUrl, directory, signal } = options;
  const placements = [...(await readFolder(directory))].filter(([path]) =>
    path.startsWith(PLACEMENTS),
  );
  if (placements.length === 0) {
    throw new NotFoundError(`the task's folder holds no ${PLACEMENTS}`);
  }
  try {
    const { ours } = await differingFiles({
      reader,
      repositoryUrl: new URL('.', catalogInfoUrl).href.replace(/\/$/, ''),
      directory,
      below: PLACEMENTS,
      signal,
    });
    return ours;
  } catch (error) {
    signal?.throwIfAborted();
    if ((error as Error).name === 'NotFoundError') {
      return placements.map(([path]) => path).sort();
    }
    // A host that knows nothing but files gives no tree.
    return oneByOne(placements, options);
  }
}

async function oneByOne(
  placements: ReadonlyArray<[string, Buffer]>,
  comparison: Comparison,
): Promise<string[]> {
  const limit = pLimit(CONCURRENCY);
  const differing = await Promise.all(
    placements.map(([path, ours]) =>
      limit(async () => {
        try {
          const theirs = await readFile(path, comparison);
          return theirs?.equals(ours) ? [] : [path];
        } catch (error) {
          limit.clearQueue();
          throw error;
        }
      }),
    ),
  );
  return differing.flat().sort();
}

/** @returns `undefined` if there is no such file */
async function readFile(
  path: string,
  { reader, catalogInfoUrl, signal }: Comparison,
): Promise<Buffer | undefined> {
  try {
    const { href } = new URL(`./${path}`, catalogInfoUrl);
    return await (await reader.readUrl(href, { signal })).buffer();
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
