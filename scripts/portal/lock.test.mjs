import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { otherHolder, takeLock } from './lock.mjs';

const here = dirname(fileURLToPath(import.meta.url));
let directory;
let file;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(directory, 'portal.lock');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A command that takes the lock, says so, and stays until its input ends. */
async function another() {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { takeLock } from './lock.mjs';
       takeLock('portal', 'npm start', process.argv[1]);
       console.log('taken');
       process.stdin.resume();`,
      directory,
    ],
    { cwd: here, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return {
    pid: child.pid,
    async end(signal) {
      const exited = once(child, 'exit');
      if (signal) {
        child.kill(signal);
      } else {
        child.stdin.end();
      }
      await exited;
    },
  };
}

test('one command has it until it gives it back', () => {
  const { release } = takeLock('portal', 'npm start', directory);
  assert.equal(
    takeLock('portal', 'npm run reset', directory).holder.command,
    'npm start',
  );
  release();
  assert.equal(existsSync(file), false);
  takeLock('portal', 'npm run reset', directory).release();
});

test('another command is told who has it, and gets it at its end', async () => {
  const { pid, end } = await another();
  const { holder } = takeLock('portal', 'npm start', directory);
  assert.equal(holder.pid, pid);
  assert.equal(otherHolder('portal', directory).pid, pid);
  await end();
  assert.equal(existsSync(file), false);
  takeLock('portal', 'npm start', directory).release();
});

test('what a killed command has left behind is taken over', async () => {
  const { end } = await another();
  await end('SIGKILL');
  assert.ok(existsSync(file));
  assert.equal(otherHolder('portal', directory), undefined);
  const { release } = takeLock('portal', 'npm start', directory);
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid);
  assert.deepEqual(readdirSync(directory), ['portal.lock']);
  release();
});

test('a program that has got the number of a dead one has nothing', () => {
  writeFileSync(
    file,
    JSON.stringify({ pid: process.ppid, since: 'long ago', command: 'x' }),
  );
  takeLock('portal', 'npm start', directory).release();
});

test('what is being written is another’s, unless it stays so', () => {
  writeFileSync(file, '');
  assert.ok(takeLock('portal', 'npm start', directory).holder);
  utimesSync(file, 0, 0);
  takeLock('portal', 'npm start', directory).release();
});

test('one’s own is nobody else’s', () => {
  const { release } = takeLock('portal', 'npm start', directory);
  assert.equal(otherHolder('portal', directory), undefined);
  release();
});
