import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, runProgram } from './check.mjs';
import { installOfflineProviders } from './offlineProviders.mjs';
import { cacheDirectory, root } from './paths.mjs';
import { step } from './progress.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const modules = join(root, 'terraform', 'modules');

/**
 * The environment in which Terraform finds its providers: those of the folder
 * that `SOA_TERRAFORM_OFFLINE` names (it holds an `install.js`), else those of
 * the registry.
 */
export function terraformEnvironment(env) {
  const offline = process.env.SOA_TERRAFORM_OFFLINE;
  const common = {
    ...env,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    SOA_TERRAFORM_CHECKS: '1',
  };
  if (!offline) {
    const plugins = join(cacheDirectory, 'terraform-plugins');
    mkdirSync(plugins, { recursive: true });
    return { ...common, TF_PLUGIN_CACHE_DIR: plugins };
  }
  const mirror = join(cacheDirectory, 'terraform-offline');
  installOfflineProviders(offline, mirror, env);
  return { ...common, TF_CLI_CONFIG_FILE: join(mirror, 'terraformrc') };
}

/** Whether `terraform init` finds the AWS provider. */
export async function canInitTerraform(env) {
  const first = moduleNames()[0];
  if (!first) {
    return true;
  }
  const copy = copyOf(first);
  const { code } = await runProgram(
    'terraform',
    ['init', '-backend=false', '-input=false'],
    { env, cwd: copy.path, quiet: true },
  );
  copy.remove();
  return code === 0;
}

/** fmt, init, validate and test of every module. */
export async function checkModules(tally, env) {
  await check(
    tally,
    'terraform fmt',
    'terraform',
    ['fmt', '-check', '-diff', '-recursive', join(root, 'terraform')],
    { env },
  );
  for (const name of moduleNames()) {
    const copy = copyOf(name);
    const cwd = copy.path;
    try {
      const ready =
        (await check(
          tally,
          `terraform init ${name}`,
          'terraform',
          ['init', '-backend=false', '-input=false', '-no-color'],
          { env, cwd },
        )) && (await validateModule(tally, name, { env, cwd }));
      if (ready) {
        await testModule(tally, name, { env, cwd });
      }
    } finally {
      copy.remove();
    }
  }
}

/** Warnings count, but for values that are known to be new. */
async function validateModule(tally, name, options) {
  const { problemsOfValidate } = await import(
    '../template/problemsOfValidate.mjs'
  );
  const problems = await problemsOfValidate(options);
  for (const problem of problems) {
    console.log(problem);
  }
  const passed = problems.length === 0;
  step(`${passed ? '✓' : '✗'} terraform validate ${name}`);
  tally.add(passed ? { passed: 1 } : { failed: 1 });
  return passed;
}

async function testModule(tally, name, options) {
  const { code, output } = await runProgram(
    'terraform',
    ['test', '-no-color'],
    { ...options, quiet: true },
  );
  const [, passed = '0', failed = '0'] =
    /(\d+) passed, (\d+) failed/.exec(output) ?? [];
  const counted = { passed: Number(passed), failed: Number(failed) };
  if (code !== 0 || counted.passed === 0) {
    console.log(output);
    counted.failed = Math.max(counted.failed, 1);
  }
  step(
    `${counted.failed ? '✗' : '✓'} terraform test ${name}: ${
      counted.passed
    } passed, ${counted.failed} failed`,
  );
  tally.add(counted);
}

function moduleNames() {
  return existsSync(modules)
    ? readdirSync(modules, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
    : [];
}

/** Modules are tried on a copy, so that nothing is left in the work tree. */
function copyOf(name) {
  const copy = temporaryFolder(`module-${name}`);
  cpSync(join(modules, name), copy.path, { recursive: true });
  return copy;
}
