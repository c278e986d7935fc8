import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULES } from '../terraformIn';

/** The types of all that a module can make, and of all that it can read. */
export async function declaredBy(
  module: string,
): Promise<{ resources: string[]; data: string[] }> {
  const directory = join(MODULES, module);
  const names = await readdir(directory);
  const texts = await Promise.all(
    names
      .filter(name => name.endsWith('.tf'))
      .map(name => readFile(join(directory, name), 'utf8')),
  );
  const source = texts.join('\n');
  const typesOf = (kind: string) => {
    const found = source.matchAll(new RegExp(`^${kind} "(aws_\\w+)"`, 'gm'));
    return [...new Set([...found].map(([, type]) => type))].sort();
  };
  return { resources: typesOf('resource'), data: typesOf('data') };
}
