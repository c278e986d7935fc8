import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../../scripts/portal/atExit.mjs';
import { root } from '../../scripts/portal/paths.mjs';
import { freePorts, portEnvironment } from '../../scripts/portal/ports.mjs';
import { Refusal } from '../../scripts/portal/refusal.mjs';
import { temporaryFolder } from '../../scripts/portal/temporaryFolder.mjs';

/** Seconds from a fresh clone, with nothing cached, to a portal that is ready. */
export async function firstStart() {
  const folder = temporaryFolder('portal-first');
  const checkout = join(folder.path, 'checkout');
  const home = join(folder.path, 'home');
  mkdirSync(home);
  const npmrc = join(homedir(), '.npmrc');
  if (existsSync(npmrc)) {
    // How npm gets to its registry is no matter of caches.
    copyFileSync(npmrc, join(home, '.npmrc'));
  }
  const { status, stderr } = spawnSync('git', ['clone', root, checkout], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Refusal(`The repository could not be cloned: ${stderr}`);
  }
  const env = {
    ...process.env,
    ...portEnvironment(await freePorts()),
    HOME: home,
    // npm names its own to what it runs.
    npm_config_cache: join(home, '.npm'),
  };
  try {
    return await timeToReady(checkout, env);
  } finally {
    folder.remove();
  }
}

async function timeToReady(checkout, env) {
  const before = performance.now();
  const child = spawn(
    process.execPath,
    [join(checkout, 'scripts', 'portal.mjs'), 'start'],
    { cwd: checkout, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // It stops by itself what it has started.
  const forget = atExit(() => child.kill('SIGTERM'));
  const ended = once(child, 'close');
  try {
    await new Promise((resolve, reject) => {
      let output = '';
      const hear = text => {
        output += text;
        if (output.includes('The portal is ready')) {
          resolve();
        }
      };
      child.stdout.setEncoding('utf8').on('data', hear);
      child.stderr.setEncoding('utf8').on('data', hear);
      child.once('close', () =>
        reject(
          new Refusal(`A first start did not come to its end:\n${output}`),
        ),
      );
    });
    return (performance.now() - before) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
    forget();
  }
}
