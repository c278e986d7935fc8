import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './check.mjs';
import { diagnoseInstall } from './diagnoseInstall.mjs';
import { refuseHeld } from './hold.mjs';
import { inTurn } from './inTurn.mjs';
import { logDirectory, portalDirectory, root, yarn } from './paths.mjs';
import { silence, step } from './progress.mjs';
import { refuseNoRoomToInstall } from './refuseFullDisk.mjs';
import { Refusal } from './refusal.mjs';
import { refuseNoNetwork } from './refuseNoNetwork.mjs';
import { YarnReport } from './yarnReport.mjs';
import { yarnSettings } from './yarnSettings.mjs';

const stamp = join(portalDirectory, 'installed');
const begun = join(portalDirectory, 'installing');
const yarnState = join(root, 'node_modules', '.yarn-state.yml');

const phases = {
  'Resolution step': 'Reading yarn.lock',
  'Fetch step': 'Fetching packages from npm',
  'Link step': 'Laying them out in node_modules',
  builds: 'Building what has native parts (SQLite is compiled)',
};

/** Installs the packages that yarn.lock names, unless that has been done. */
export async function install(env) {
  const wanted = fingerprint(env);
  if (!isInstalled(wanted)) {
    await inTurn(async () => {
      if (!isInstalled(wanted)) {
        await installPackages(env);
        writeFileSync(stamp, wanted);
      }
    });
  }
  step('Packages are installed');
}

function isInstalled(wanted) {
  return (
    existsSync(yarnState) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted
  );
}

async function installPackages(env) {
  refuseHeld('portal', 'its packages have changed');
  step('Installing packages (the first time takes some three minutes)');
  refuseNoRoomToInstall();
  refuseMissingCompiler();
  const yarnEnv = { ...env, ...yarnSettings(env) };
  refuseNoNetwork(yarnEnv);
  // From here on they are neither what they were nor what they shall be.
  rmSync(stamp, { force: true });
  if (existsSync(begun)) {
    // Yarn would trust what it knew before it was interrupted.
    rmSync(yarnState, { force: true });
  }
  writeFileSync(begun, '');
  const report = new YarnReport();
  const { heard, end } = silence('Still installing');
  const { code } = await runProgram(
    'node',
    [yarn, 'install', '--immutable', '--json'],
    {
      // What builds print goes to a log of their own, of which Yarn tells.
      env: { YARN_ENABLE_INLINE_BUILDS: 'false', ...yarnEnv },
      quiet: true,
      onLine(line) {
        const phase = phases[report.add(line)];
        if (phase) {
          heard();
          step(`  ${phase}`);
        }
      },
    },
  ).finally(end);
  if (code === 0 || report.build) {
    // It has come as far as to build what it has laid out.
    rmSync(begun, { force: true });
  }
  const log = join(logDirectory, 'install.log');
  const diagnosis = code !== 0 && diagnoseInstall(report, log);
  try {
    mkdirSync(logDirectory, { recursive: true });
    writeFileSync(log, report.text);
  } catch (error) {
    // A disk that is too full for the log is too full for the packages.
    if (!diagnosis) {
      throw error;
    }
  }
  if (diagnosis) {
    throw new Refusal(diagnosis);
  }
}

function refuseMissingCompiler() {
  const missing = ['python3', 'make', 'g++'].filter(
    program => spawnSync(program, ['--version']).status !== 0,
  );
  if (missing.length > 0) {
    throw new Refusal(
      `${listed(missing)} ${
        missing.length > 1 ? 'are' : 'is'
      } missing, and SQLite is compiled with python3, make and g++: install ${
        missing.length > 1 ? 'them' : 'it'
      } (on Debian: apt-get install python3 make g++) and try again.`,
    );
  }
}

function listed(names) {
  return names.join(', ').replace(/, ([^,]+)$/, ' and $1');
}

function fingerprint(env) {
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
  // Native add-ons are for one version of Node's interface.
  const { stdout } = spawnSync('node', ['-p', 'process.versions.modules'], {
    env,
    encoding: 'utf8',
  });
  hash.update(stdout);
  return hash.digest('hex');
}
