import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { diagnose } from './diagnose.mjs';
import { refuseFullDisk } from './node22.mjs';
import { logDirectory, portalDirectory, root, yarn } from './paths.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { refuseNoNetwork } from './refuseNoNetwork.mjs';
import { yarnSettings } from './yarnSettings.mjs';

const stamp = join(portalDirectory, 'installed');

/** Installs the packages that yarn.lock names, unless that has been done. */
export function install(env) {
  const wanted = fingerprint();
  const state = join(root, 'node_modules', '.yarn-state.yml');
  if (
    existsSync(state) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted
  ) {
    step('Packages are installed');
    return;
  }
  step('Installing packages (the first time takes some three minutes)');
  refuseFullDisk();
  refuseMissingCompiler();
  const yarnEnv = { ...env, ...yarnSettings(env) };
  refuseNoNetwork(yarnEnv);
  const { status, stdout, error } = spawnSync(
    'node',
    [yarn, 'install', '--immutable'],
    {
      cwd: root,
      env: yarnEnv,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  mkdirSync(logDirectory, { recursive: true });
  const log = join(logDirectory, 'install.log');
  writeFileSync(log, `${stdout}${error ?? ''}`);
  if (status !== 0) {
    throw new Refusal(
      diagnose(`${stdout}${error ?? ''}`) ??
        `The packages could not be installed: ${log} says why.`,
    );
  }
  writeFileSync(stamp, wanted);
}

function refuseMissingCompiler() {
  const missing = ['python3', 'make', 'g++'].filter(
    program => spawnSync(program, ['--version']).status !== 0,
  );
  if (missing.length > 0) {
    throw new Refusal(
      `${missing.join(' and ')} ${
        missing.length > 1 ? 'are' : 'is'
      } missing, and SQLite is compiled with python3, make and g++: install ${
        missing.length > 1 ? 'them' : 'it'
      } (on Debian: apt-get install python3 make g++) and try again.`,
    );
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  const manifests = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name =>
      join(folder, name, 'package.json'),
    ),
  );
  for (const file of ['yarn.lock', 'package.json', ...manifests]) {
    const path = join(root, file);
    hash.update(existsSync(path) ? readFileSync(path) : '');
  }
  hash.update(process.versions.modules);
  return hash.digest('hex');
}
