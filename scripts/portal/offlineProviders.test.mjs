import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { installOfflineProviders } from './offlineProviders.mjs';
import { Refusal } from './refusal.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/** A folder of offline providers that may not be written to. */
function offlineFolder(install) {
  const folder = temporaryFolder('offline');
  mkdirSync(join(folder.path, 'schema'));
  writeFileSync(join(folder.path, 'schema', 'aws.json.gz'), '');
  writeFileSync(join(folder.path, 'install.js'), install);
  chmodSync(join(folder.path, 'schema'), 0o555);
  return {
    path: folder.path,
    remove() {
      chmodSync(join(folder.path, 'schema'), 0o755);
      folder.remove();
    },
  };
}

const COPY_SCHEMAS = `
const fs = require('fs');
fs.cpSync(__dirname + '/schema', process.argv[2], { recursive: true });
`;

test('the mirror has what the folder has, and our own schemas', () => {
  const offline = offlineFolder(COPY_SCHEMAS);
  const mirror = temporaryFolder('mirror');
  try {
    const stale = join(mirror.path, 'stale');
    writeFileSync(stale, '');
    installOfflineProviders(offline.path, mirror.path, process.env);
    assert.ok(existsSync(join(mirror.path, 'aws.json.gz')));
    assert.ok(existsSync(join(mirror.path, 'kubernetes.json.gz')));
    assert.ok(!existsSync(stale));
    assert.ok(!existsSync(join(offline.path, 'schema', 'kubernetes.json.gz')));
  } finally {
    offline.remove();
    mirror.remove();
  }
});

test('a folder that cannot be installed is refused with its reason', () => {
  const offline = offlineFolder('throw new Error("no room");');
  const mirror = temporaryFolder('mirror');
  try {
    assert.throws(
      () => installOfflineProviders(offline.path, mirror.path, process.env),
      error => error instanceof Refusal && /no room/.test(error.message),
    );
  } finally {
    offline.remove();
    mirror.remove();
  }
});
