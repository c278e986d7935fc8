import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { refuseOldData } from './refuseOldData.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const session = {};

beforeEach(() => {
  session.folder = temporaryFolder('portal-old-data');
  session.plugins = join(session.folder.path, 'plugins');
  session.data = join(session.folder.path, 'data');
  mkdirSync(join(session.plugins, 'soa-x-backend', 'migrations'), {
    recursive: true,
  });
  mkdirSync(join(session.plugins, 'soa-x-common'));
  writeMigration('1_init.js', 'first');
});

afterEach(() => session.folder.remove());

function writeMigration(name, content) {
  writeFileSync(
    join(session.plugins, 'soa-x-backend', 'migrations', name),
    content,
  );
}
const start = () => refuseOldData(session.data, session.plugins);
const refusal = /of another version of this project: .*"npm run reset"/;

test('a first start makes the folder, and later ones take it', () => {
  start();
  start();
  assert.deepEqual(readdirSync(session.data), ['migrations.json']);
});

test('a new migration is no matter', () => {
  start();
  writeMigration('2_more.js', 'second');
  start();
  writeMigration('2_more.js', 'rewritten');
  assert.throws(start, refusal);
});

test('a migration that is rewritten or gone is refused', () => {
  start();
  writeMigration('1_init.js', 'rewritten');
  assert.throws(start, refusal);
  assert.throws(start, refusal);
  rmSync(join(session.plugins, 'soa-x-backend', 'migrations', '1_init.js'));
  assert.throws(start, refusal);
});

test('data that nobody knows the migrations of is refused', () => {
  mkdirSync(session.data);
  writeFileSync(join(session.data, 'catalog.sqlite'), '');
  assert.throws(start, refusal);
});
