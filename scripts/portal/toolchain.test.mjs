import assert from 'node:assert/strict';
import { readlinkSync } from 'node:fs';
import { test } from 'node:test';
import { headersOf, pinned } from './toolchain.mjs';

test('every machine that is promised a Node 22 has one pinned', () => {
  for (const [platform, arch] of [
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
  ]) {
    const { name, version } = pinned(platform, arch);
    assert.ok(name.endsWith(`-${platform}-${arch}`));
    assert.match(version, /^22\.\d+\.\d+$/);
  }
});

test('another machine is refused with the remedy', () => {
  assert.throws(
    () => pinned('sunos', 'x64'),
    /^Error: npm has no Node 22 for sunos x64: install Node 22 yourself/,
  );
});

test('headers are reached through a path that no shell takes apart', () => {
  assert.equal(headersOf('/opt/node-22/home'), '/opt/node-22/home');
  const home = '/home/a person/node';
  const link = headersOf(home);
  assert.match(link, /^[\w./-]+$/);
  assert.equal(readlinkSync(link), home);
});
