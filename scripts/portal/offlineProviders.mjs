import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/** Schemas that the folder of offline providers does not have. */
const OWN_SCHEMAS = join(root, 'scripts', 'terraform-schemas');

/**
 * Lays out a mirror of the providers that a folder holds, and of our own schemas.
 *
 * @param offline - has an `install.js`, and its schemas in `schema/`
 * @param mirror - is made anew
 * @throws a Refusal if the folder's `install.js` fails
 */
export function installOfflineProviders(offline, mirror, env) {
  rmSync(mirror, { recursive: true, force: true });
  // install.js knows its own folder only, which is not ours to write to.
  const copy = temporaryFolder('offline-providers');
  try {
    copyFiles(offline, copy.path);
    copyFiles(OWN_SCHEMAS, join(copy.path, 'schema'));
    const { status, stderr } = spawnSync(
      'node',
      [join(copy.path, 'install.js'), mirror],
      { env, encoding: 'utf8' },
    );
    if (status !== 0) {
      throw new Refusal(`The offline providers were not installed: ${stderr}`);
    }
  } finally {
    copy.remove();
  }
}

/** Unlike `cpSync`, leaves folders writable whose originals are not. */
function copyFiles(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      copyFiles(source, target);
    } else {
      copyFileSync(source, target);
    }
  }
}
