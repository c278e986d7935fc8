import { join } from 'node:path';
import { check, runProgram } from './check.mjs';
import { eachAtOnce } from './eachAtOnce.mjs';
import { initTerraform } from './initTerraform.mjs';
import { passes } from './passes.mjs';
import { root } from './paths.mjs';
import { say, step } from './progress.mjs';
import { copyOf, moduleNames } from './terraform.mjs';

/** fmt, init, validate and test of every module. */
export async function checkModules(tally, env) {
  await check(
    tally,
    'terraform fmt',
    'terraform',
    ['fmt', '-check', '-diff', '-recursive', join(root, 'terraform')],
    { env },
  );
  await eachAtOnce(moduleNames(), 'modules', name =>
    checkModule(tally, name, env),
  );
}

async function checkModule(tally, name, env) {
  const copy = copyOf(name);
  const options = { env, cwd: copy.path };
  try {
    const ready =
      (await initModule(tally, name, options)) &&
      (await validateModule(tally, name, options));
    if (ready) {
      await testModule(tally, name, options);
    }
  } finally {
    copy.remove();
  }
}

async function initModule(tally, name, options) {
  const { code, output } = await initTerraform(options);
  return passes(tally, `terraform init ${name}`, code === 0 ? [] : [output]);
}

/** Warnings count, but for values that are known to be new. */
async function validateModule(tally, name, options) {
  const { problemsOfValidate } = await import(
    '../template/problemsOfValidate.mjs'
  );
  const problems = await problemsOfValidate(options);
  return passes(tally, `terraform validate ${name}`, problems);
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
    say(output);
    counted.failed = Math.max(counted.failed, 1);
  }
  step(
    `${counted.failed ? '✗' : '✓'} terraform test ${name}: ${
      counted.passed
    } passed, ${counted.failed} failed`,
  );
  tally.add(counted);
}
