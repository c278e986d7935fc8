import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hold, refuseHeld } from './hold.mjs';
import { Refusal } from './refusal.mjs';

const here = dirname(fileURLToPath(import.meta.url));
let directory;

before(() => {
  directory = mkdtempSync(join(tmpdir(), 'hold-'));
});

after(() => rmSync(directory, { recursive: true, force: true }));

test('what a running command has is refused to others', async () => {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `process.argv[2] = 'start';
       const { hold } = await import('./hold.mjs');
       hold('portal', process.argv[1]);
       console.log('held');
       process.stdin.resume();`,
      directory,
    ],
    { cwd: here, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  assert.throws(
    () => hold('portal', directory),
    new Refusal(
      `The portal is running already (pid ${child.pid}): stop it first.`,
    ),
  );
  assert.throws(
    () => refuseHeld('portal', 'its packages have changed', directory),
    new Refusal(
      `The portal is running already (pid ${child.pid}), and its packages have changed: stop it first.`,
    ),
  );
  const exited = once(child, 'exit');
  child.stdin.end();
  await exited;
  refuseHeld('portal', 'its packages have changed', directory);
  hold('portal', directory);
});
