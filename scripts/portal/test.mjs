import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.mjs';
import { exitOnSignals } from './exitOnSignals.mjs';
import { install } from './install.mjs';
import { runBrowserTests } from './browser.mjs';
import { runJest } from './jest.mjs';
import { startMoto } from './moto.mjs';
import { node22Environment } from './node22.mjs';
import { runNodeTests } from './nodeTests.mjs';
import { root } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import {
  findChromium,
  findMotoPython,
  hasTerraform,
} from './programsAtHand.mjs';
import { step } from './progress.mjs';
import { Tally } from './tally.mjs';
import {
  canInitTerraform,
  checkModules,
  terraformEnvironment,
} from './terraform.mjs';

/** Every check of the project but the thorough ones. */
export async function run() {
  const env = node22Environment();
  install(env);
  exitOnSignals();
  const tally = new Tally();
  await checkSources(tally, env);

  const terraform = await findTerraform(tally, env);
  if (terraform) {
    await checkModules(tally, terraform);
  }
  await runTests(tally, { ...env, ...terraform });

  const chromium = findChromium();
  if (chromium) {
    step('Browser tests');
    await runBrowserTests(tally, { env, chromium });
  } else {
    tally.couldNotRun(
      'the browser tests',
      'Install Chromium (on Debian: apt-get install chromium), or name it in SOA_CHROMIUM.',
    );
  }
  return tally.close();
}

async function checkSources(tally, env) {
  const bin = name => join(root, 'node_modules', '.bin', name);
  const checks = [
    ['type check', 'tsc', '--pretty', 'false'],
    ['lint', 'backstage-cli', 'repo', 'lint', '--max-warnings', '0'],
    ['prettier', 'prettier', '--check', '.'],
    [
      'package metadata',
      'backstage-cli',
      'repo',
      'fix',
      '--publish',
      '--check',
    ],
  ];
  for (const [name, program, ...args] of checks) {
    await check(tally, name, 'node', [bin(program), ...args], { env });
  }
  const scripts = join(root, 'scripts', 'portal');
  await runNodeTests(tally, {
    files: readdirSync(scripts)
      .filter(name => name.endsWith('.test.mjs'))
      .map(name => join(scripts, name)),
    env: { ...env, CI: '' },
    quiet: true,
  });
}

async function findTerraform(tally, env) {
  if (!hasTerraform()) {
    tally.couldNotRun(
      'the Terraform checks',
      'Install Terraform 1.9 or later and put it on the PATH.',
    );
    return undefined;
  }
  const terraform = terraformEnvironment(env);
  if (!(await canInitTerraform(terraform))) {
    tally.couldNotRun(
      'the Terraform checks',
      'Terraform gets no AWS provider: make the Terraform registry reachable, or name a folder of offline providers in SOA_TERRAFORM_OFFLINE.',
    );
    return undefined;
  }
  return terraform;
}

/** Unit, integration and contract tests. */
async function runTests(tally, env) {
  const postgres = await startPostgres();
  const python = findMotoPython();
  const moto = python && (await startMoto(python));
  if (!moto) {
    tally.couldNotRun(
      'the contract tests on moto',
      "Install moto's server (pip install 'moto[server]==5.2.1') and name its Python in SOA_MOTO_PYTHON.",
    );
  }
  if (!env.SOA_HCP_TERRAFORM_OPENAPI) {
    tally.couldNotRun(
      "the checks against HashiCorp's API specification",
      'Download https://app.terraform.io/openapi/stable.json and name the file in SOA_HCP_TERRAFORM_OPENAPI.',
    );
  }
  step('Unit, integration and contract tests');
  try {
    await runJest(tally, ['--testPathIgnorePatterns', 'thorough'], {
      ...env,
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.connection,
      ...(moto && { SOA_MOTO_ENDPOINT: moto.url }),
    });
  } finally {
    await moto?.stop();
    await postgres.stop();
  }
}
