import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isLeftOut } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';

const CONCURRENCY = 10;
/** What HCP Terraform is given of a repository at the most. */
const LARGEST_BYTES = 20 * 2 ** 20;

/** A service's `catalog-info.yaml` and its `infra/`, by their path. */
export type RepositoryFiles = ReadonlyMap<string, string>;

interface Source {
  reader: Pick<UrlReaderService, 'readTree' | 'readUrl'>;
  catalogInfoUrl: string;
  /**
   * Which files there are, as far as what has been read so far says so: for hosts
   * that know nothing but files.
   */
  namesIn: (files: RepositoryFiles) => readonly string[];
  signal?: AbortSignal;
}

/** What `catalog-info.yaml` is called where it is called otherwise. */
export function catalogInfoName(catalogInfoUrl: string): string {
  return new URL(catalogInfoUrl).pathname.split('/').pop()!;
}

/**
 * Reads what says where and how a service runs, with as few requests as the host
 * needs: one where it gives trees.
 *
 * @throws InputError if there is no such repository, or too much in it
 */
export async function readRepository(
  options: Source,
): Promise<RepositoryFiles> {
  const { reader, catalogInfoUrl, signal } = options;
  const name = catalogInfoName(catalogInfoUrl);
  let announced = 0;
  let tree;
  try {
    tree = await reader.readTree(
      new URL('.', catalogInfoUrl).href.replace(/\/$/, ''),
      {
        signal,
        filter: (path, info) => {
          const isWanted =
            path === name || (path.startsWith('infra/') && !isLeftOut(path));
          announced += isWanted ? info?.size ?? 0 : 0;
          return isWanted && announced <= LARGEST_BYTES;
        },
      },
    );
  } catch (error) {
    signal?.throwIfAborted();
    if ((error as Error).name === 'NotFoundError') {
      throw gone(catalogInfoUrl);
    }
    return oneByOne(options, name);
  }
  const files = new Map<string, string>();
  if (announced > LARGEST_BYTES) {
    throw new InputError(
      `component: infra/ beside ${catalogInfoUrl} is larger than ${
        LARGEST_BYTES / 2 ** 20
      } MiB: take out of it what is no Terraform`,
    );
  }
  for (const { path, content } of await tree.files()) {
    // Backstage's readers give an empty array for an empty file.
    files.set(path, Buffer.from(await content()).toString('utf8'));
  }
  if (!files.has(name)) {
    throw gone(catalogInfoUrl);
  }
  return files;
}

async function oneByOne(
  { reader, catalogInfoUrl, namesIn, signal }: Source,
  name: string,
): Promise<RepositoryFiles> {
  const limit = pLimit(CONCURRENCY);
  const files = new Map<string, string>();
  const asked = new Set<string>();
  const read = async (path: string) => {
    asked.add(path);
    try {
      const { href } = new URL(`./${path}`, catalogInfoUrl);
      const answer = await reader.readUrl(href, { signal });
      files.set(path, (await answer.buffer()).toString('utf8'));
    } catch (error) {
      if ((error as Error).name !== 'NotFoundError') {
        limit.clearQueue();
        throw error;
      }
    }
  };
  await read(name);
  if (!files.has(name)) {
    throw gone(catalogInfoUrl);
  }
  for (;;) {
    const paths = [...new Set(namesIn(files))].filter(path => !asked.has(path));
    if (paths.length === 0) {
      return files;
    }
    await Promise.all(paths.map(path => limit(() => read(path))));
  }
}

function gone(catalogInfoUrl: string): InputError {
  return new InputError(
    `component: there is nothing at ${catalogInfoUrl}, where the catalog has it from: see whether its repository has moved, and register it from there`,
  );
}
