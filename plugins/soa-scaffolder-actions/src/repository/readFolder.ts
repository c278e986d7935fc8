import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** All files below a folder but Git's own, by their path. */
export async function readFolder(
  directory: string,
): Promise<Map<string, Buffer>> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({
      file,
      path: relative(directory, file).split(sep).join('/'),
    }))
    .filter(({ path }) => !path.startsWith('.git/'));
  return new Map(
    await Promise.all(
      files.map(
        async ({ file, path }) => [path, await readFile(file)] as const,
      ),
    ),
  );
}
