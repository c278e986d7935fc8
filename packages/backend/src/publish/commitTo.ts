import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { extract } from 'tar-stream';
import { archiveFiles } from './archiveFiles';
import { askSandbox } from './askSandbox';
import { filesOf } from './filesOf';

/**
 * Puts the files of a folder into a repository of the sandbox cloud, beside those
 * that are there.
 *
 * @param url - of the repository
 * @returns the commit
 * @throws NotFoundError if there is no such repository; ConflictError if somebody
 *   else has committed to it meanwhile
 */
export async function commitTo(
  url: string,
  options: {
    directory: string;
    filesToDelete: readonly string[];
    signal?: AbortSignal;
  },
): Promise<string> {
  const { directory, filesToDelete, signal } = options;
  try {
    const newest = await askSandbox(`${url}/archive/newest.tar.gz`, { signal });
    const base = newest.headers.get('etag');
    const files = await readArchive(Buffer.from(await newest.arrayBuffer()));
    for (const [path, content] of await filesOf(directory)) {
      files.set(path, content);
    }
    filesToDelete.forEach(path => files.delete(path));
    const answer = await askSandbox(url, {
      method: 'PUT',
      headers: {
        'content-type': 'application/gzip',
        ...(base && { 'if-match': base }),
      },
      body: new Uint8Array(await archiveFiles(files)),
      signal,
    });
    const { commit } = (await answer.json()) as { commit: string };
    return commit;
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 404) {
      throw new NotFoundError(`There is no repository at ${url}`);
    }
    if (statusCode === 412) {
      throw new ConflictError(
        `Somebody else has committed to ${url} just now: run this again`,
      );
    }
    throw error;
  }
}

async function readArchive(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const entries = extract();
  const reading = pipeline(Readable.from([archive]), createGunzip(), entries);
  for await (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) {
      chunks.push(Buffer.from(chunk as Uint8Array));
    }
    if (entry.header.type === 'file') {
      files.set(entry.header.name, Buffer.concat(chunks));
    }
  }
  await reading;
  return files;
}
