import { cpSync } from 'node:fs';
import { runProgram } from '../portal/check.mjs';
import { initTerraform } from '../portal/initTerraform.mjs';
import { temporaryFolder } from '../portal/temporaryFolder.mjs';
import { problemsOfValidate } from './problemsOfValidate.mjs';

/**
 * fmt, init, validate and test of a root module, on a copy of it.
 *
 * @returns what is wrong with it; nothing if it does
 */
export async function checkTerraform(directory, env) {
  const copy = temporaryFolder('infra');
  cpSync(directory, copy.path, { recursive: true });
  const terraform = (...args) =>
    runProgram('terraform', args, { env, cwd: copy.path, quiet: true });
  try {
    const fmt = await terraform('fmt', '-check', '-diff', '-recursive');
    if (fmt.code !== 0) {
      return [`terraform fmt:\n${fmt.output}`];
    }
    const init = await initTerraform({ env, cwd: copy.path });
    if (init.code !== 0) {
      return [`terraform init:\n${init.output}`];
    }
    const problems = await problemsOfValidate({ env, cwd: copy.path });
    if (problems.length > 0) {
      return problems;
    }
    const test = await terraform('test', '-no-color');
    const passed = Number(/(\d+) passed, 0 failed/.exec(test.output)?.[1] ?? 0);
    return test.code === 0 && passed > 0
      ? []
      : [`terraform test:\n${test.output}`];
  } finally {
    copy.remove();
  }
}
