import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Programs } from './programs.mjs';
import { Refusal } from './refusal.mjs';

let directory;

before(() => {
  directory = mkdtempSync(join(tmpdir(), 'programs-'));
});

after(() => rmSync(directory, { recursive: true, force: true }));

/** A shell that starts a second one, which writes a file when it is ended. */
const nested =
  'sh -c \'trap "touch ended; exit" TERM; echo up; while :; do sleep 0.1; done\' & wait';

test('stopping a program stops what it has started', async () => {
  const programs = new Programs(directory);
  const child = programs.start('shell', 'sh', ['-c', nested], {
    cwd: directory,
    env: process.env,
  });
  await once(child.stdout, 'data');
  await programs.stop();
  assert.ok(existsSync(join(directory, 'ended')));
});

test('a program that ends by itself fails all, with its last lines', async () => {
  const programs = new Programs(directory);
  programs.start('shell', 'sh', ['-c', 'echo something broke; exit 3'], {
    cwd: directory,
    env: process.env,
  });
  await assert.rejects(programs.failure, error => {
    assert.ok(error instanceof Refusal);
    assert.match(error.message, /exit code 3/);
    assert.match(error.message, /something broke/);
    return true;
  });
});

test('a program that was stopped fails nothing', async () => {
  const programs = new Programs(directory);
  let failed = false;
  programs.failure.catch(() => {
    failed = true;
  });
  programs.start('shell', 'sh', ['-c', 'sleep 60'], {
    cwd: directory,
    env: process.env,
  });
  await programs.stop();
  await new Promise(resolve => setImmediate(resolve));
  assert.equal(failed, false);
});
