import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

/** What people are told of it. */
export const OLD_DATA =
  'What the portal has kept is of another version of this project: clear it with "npm run reset".';

const RECORD = 'migrations.json';

/**
 * Refuses data whose tables were made by migrations that are not those of this
 * checkout any more: databases take a migration for done by its name. New ones
 * are no matter. Keeps which ones there are, for the next time.
 */
export function refuseOldData(dataDirectory, pluginsDirectory) {
  const current = readMigrations(pluginsDirectory);
  const record = join(dataDirectory, RECORD);
  const isNew =
    !existsSync(dataDirectory) || readdirSync(dataDirectory).length === 0;
  if (!isNew) {
    const done = existsSync(record)
      ? Object.entries(JSON.parse(readFileSync(record, 'utf8')))
      : undefined;
    if (!done?.every(([file, hash]) => current[file] === hash)) {
      throw new Refusal(OLD_DATA);
    }
  }
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(record, `${JSON.stringify(current, undefined, 2)}\n`);
}

/** The hash of each migration, by plugin and name. */
function readMigrations(pluginsDirectory) {
  const migrations = {};
  for (const plugin of readdirSync(pluginsDirectory).sort()) {
    const folder = join(pluginsDirectory, plugin, 'migrations');
    for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
      if (name.endsWith('.js')) {
        migrations[`${plugin}/${name}`] = createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex');
      }
    }
  }
  return migrations;
}
