import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { FileTree } from './FileTree';

/** Writes files below a folder, and never outside of it. */
export async function writeFileTree(
  directory: string,
  tree: FileTree,
): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    const file = resolveSafeChildPath(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
