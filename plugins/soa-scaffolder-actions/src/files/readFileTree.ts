import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileTree } from './FileTree';

/** The text files below a folder, but hidden ones. */
export async function readFileTree(directory: string): Promise<FileTree> {
  const tree: FileTree = {};
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(directory, file).split(sep).join('/');
    const isHidden = path.split('/').some(part => part.startsWith('.'));
    if (entry.isFile() && !isHidden) {
      tree[path] = await readFile(file, 'utf8');
    }
  }
  return tree;
}
