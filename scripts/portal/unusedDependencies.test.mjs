import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { unusedDependencies } from './unusedDependencies.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function unused(manifest) {
  write('package.json', JSON.stringify(manifest));
  return unusedDependencies(folder);
}

test('what is imported, in whatever way, is used', () => {
  write(
    'src/index.ts',
    `import zod from 'zod';
     import type { Config } from '@backstage/config';
     export const lazy = () => import('knex/lib/query');`,
  );
  write('migrations/20260101_init.js', `require("luxon")`);
  write('config.d.ts', `import { Duration } from '@backstage/types';`);
  const dependencies = {
    zod: '^4',
    '@backstage/config': '^1',
    knex: '^3',
    luxon: '^3',
    '@backstage/types': '^1',
    '@types/luxon': '^3',
    'tar-stream': '^3',
  };
  assert.deepEqual(unused({ dependencies }), ['tar-stream']);
});

test('what only tests import is no dependency of users', () => {
  write('src/a.test.ts', `import 'msw';`);
  write('dev/index.ts', `import '@backstage/frontend-defaults';`);
  const names = { msw: '^2', '@backstage/frontend-defaults': '^1' };
  assert.deepEqual(unused({ dependencies: names }), Object.keys(names));
  assert.deepEqual(unused({ devDependencies: names }), []);
});

test('a name that only begins alike is another', () => {
  write('src/index.ts', `import '@backstage/types-of-ours';`);
  assert.deepEqual(unused({ dependencies: { '@backstage/types': '^1' } }), [
    '@backstage/types',
  ]);
});

test('what runs scripts or is peer to all needs no import', () => {
  assert.deepEqual(
    unused({ devDependencies: { '@backstage/cli': '^0', 'react-dom': '^18' } }),
    [],
  );
});
