import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of all sources below a folder, without its tests. */
export function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      path =>
        /(^|\/)src\/.+\.ts$/.test(path) &&
        !/(^|\/)node_modules\/|\.test\.|__testUtils__/.test(path),
    )
    .map(path => readFileSync(join(folder, path), 'utf8'));
}
