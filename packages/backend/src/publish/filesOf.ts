import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** All files below a folder but Git's own, by their path. */
export async function filesOf(directory: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter(one => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const name = relative(directory, file).split(sep).join('/');
    if (!name.startsWith('.git/')) {
      files.set(name, await readFile(file));
    }
  }
  return files;
}
