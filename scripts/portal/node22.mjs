import fs, { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { root, toolchainDirectory } from './paths.mjs';
import { step } from './progress.mjs';
import { diagnose } from './diagnose.mjs';
import { Refusal } from './refusal.mjs';

const neededBytes = 3 * 2 ** 30;

/**
 * The environment in which the portal's programs run: with Node 22 first on the
 * PATH. Fetches it from npm where the machine's own Node will not do.
 */
export function node22Environment() {
  mkdirSync(toolchainDirectory, { recursive: true });
  const base = {
    ...process.env,
    YARN_ENABLE_TELEMETRY: '0',
  };
  if (willDo(process.versions.node)) {
    return { ...base, PATH: `${dirname(process.execPath)}:${base.PATH}` };
  }
  const home = join(
    toolchainDirectory,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
  );
  if (!existsSync(join(home, 'bin', 'node'))) {
    fetchNode(home);
  }
  return {
    ...base,
    PATH: `${join(home, 'bin')}:${base.PATH}`,
    // Native add-ons are compiled against these headers.
    npm_config_nodedir: home,
  };
}

/** Backstage wants 22 or 24; better-sqlite3 aborts on Node from 24.19 on. */
export function willDo(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 22 && minor >= 12) || (major === 24 && minor < 19);
}

export function refuseFullDisk() {
  // Node 18 cannot tell before 18.15.
  if (!fs.statfsSync) {
    return;
  }
  const { bavail, bsize } = fs.statfsSync(root);
  const free = bavail * bsize;
  if (free < neededBytes) {
    throw new Refusal(
      `The disk is full: ${(free / 2 ** 30).toFixed(
        1,
      )} GiB are free, and an installation takes 3 GiB. Free some and try again.`,
    );
  }
}

function fetchNode(home) {
  step(
    `Fetching Node 22, because this is Node ${process.versions.node} and Backstage needs 22`,
  );
  refuseFullDisk();
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(
      join(root, 'scripts', 'toolchain', file),
      join(toolchainDirectory, file),
    );
  }
  const { status, stdout, stderr, error } = spawnSync(
    'npm',
    [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      // npm's own patience keeps people without a network waiting for minutes.
      '--fetch-retries=2',
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=5000',
    ],
    { cwd: toolchainDirectory, encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Refusal(
      diagnose(`${stdout}${stderr}${error ?? ''}`) ??
        'Node 22 could not be fetched from npm: install Node 22 yourself and try again.',
    );
  }
  if (!existsSync(join(home, 'bin', 'node'))) {
    // npm passes over what it cannot fetch of packages for one platform each.
    throw new Refusal(
      `Node 22 for ${process.platform} ${process.arch} could not be fetched from npm: check the network, or install Node 22 yourself, and try again.`,
    );
  }
}
