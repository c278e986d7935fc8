import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './check.mjs';
import { diagnose } from './diagnose.mjs';
import { refuseHeld } from './hold.mjs';
import { inTurn } from './inTurn.mjs';
import { npmCauses } from './npmCauses.mjs';
import { root, toolchainDirectory } from './paths.mjs';
import { step } from './progress.mjs';
import { refuseNoRoomToInstall } from './refuseFullDisk.mjs';
import { Refusal } from './refusal.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const manifests = join(root, 'scripts', 'toolchain');

/** Fetches the Node 22 that `scripts/toolchain` pins, unless it is there. */
export async function fetchToolchain() {
  const { name, version } = pinned();
  const home = join(toolchainDirectory, 'node_modules', name);
  if (versionOf(home) !== version) {
    await inTurn(async () => {
      if (versionOf(home) !== version) {
        await fetchNode(home, version);
      }
    });
  }
  return home;
}

/**
 * The package of npm, and the version, that has Node 22 for a machine.
 *
 * @throws a Refusal where there is none
 */
export function pinned(platform = process.platform, arch = process.arch) {
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(manifests, 'package.json'), 'utf8'),
  );
  const found = Object.entries(optionalDependencies).find(([package_]) =>
    package_.endsWith(`-${platform}-${arch}`),
  );
  if (!found) {
    throw new Refusal(
      `npm has no Node 22 for ${platform} ${arch}: install Node 22 yourself (https://nodejs.org) and try again.`,
    );
  }
  return { name: found[0], version: found[1] };
}

/**
 * Where compilers find the headers of a Node: node-gyp hands the path on without
 * quotes, so that there must be nothing in it that a shell takes apart.
 */
export function headersOf(home) {
  if (/^[\w./-]+$/.test(home)) {
    return home;
  }
  const link = join(temporaryFolder('portal-node').path, 'node');
  symlinkSync(home, link);
  return link;
}

function versionOf(home) {
  const { stdout } = spawnSync(join(home, 'bin', 'node'), ['--version'], {
    encoding: 'utf8',
  });
  return stdout?.trim().replace(/^v/, '');
}

async function fetchNode(home, version) {
  step(
    `Fetching Node ${version}, because this is Node ${process.versions.node} and Backstage needs 22`,
  );
  refuseHeld('portal', 'it shall run on another Node');
  refuseNoRoomToInstall();
  mkdirSync(toolchainDirectory, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(manifests, file), join(toolchainDirectory, file));
  }
  const { code, output } = await runProgram(
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
    { cwd: toolchainDirectory, env: process.env, quiet: true },
  );
  if (code !== 0) {
    throw new Refusal(
      diagnose(output, npmCauses) ??
        `Node 22 could not be fetched from npm: install Node 22 yourself (https://nodejs.org) and try again. npm says:\n${output}`,
    );
  }
  if (!existsSync(join(home, 'bin', 'node'))) {
    // npm passes over what it cannot fetch of packages for one platform each.
    throw new Refusal(
      `Node 22 for ${process.platform} ${process.arch} could not be fetched from npm: check the network, or install Node 22 yourself (https://nodejs.org), and try again.`,
    );
  }
  if (versionOf(home) !== version) {
    throw new Refusal(
      `The Node ${version} of npm does not run here: install Node 22 yourself (https://nodejs.org) and try again.`,
    );
  }
}
