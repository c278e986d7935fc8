import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

test('a program whose log cannot be kept fails all, and still ends', async () => {
  const programs = new Programs(directory);
  mkdirSync(join(directory, 'talker.log'));
  programs.start('talker', 'sh', ['-c', 'while :; do echo talking; done'], {
    cwd: directory,
    env: process.env,
  });
  await assert.rejects(programs.failure, /talker\.log could not be written/);
  await programs.stop();
});

test('what a program says of a port or the disk is told as a cause, and no more', () => {
  const programs = new Programs(directory);
  for (const [said, told] of [
    ['connect ECONNREFUSED 127.0.0.1:5432', /^It broke: .* says why/],
    ['getaddrinfo ENOTFOUND api.github.com', /^It broke: .* says why/],
    ['Error: listen EADDRINUSE: 7007', /^Another program has taken/],
    ['SqliteError: database or disk is full', /^The disk is full/],
    [
      'What the sandbox cloud has kept is of another version of this project: …',
      /^What the portal has kept is of another version .*"npm run reset"/,
    ],
    ['ENOSPC: System limit for number of file watchers reached', /^The system/],
  ]) {
    writeFileSync(join(directory, 'sayer.log'), `${said}\n`);
    assert.match(programs.explain('sayer', 'It broke'), told);
  }
});
