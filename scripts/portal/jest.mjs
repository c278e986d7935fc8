import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './check.mjs';
import { cacheDirectory, root } from './paths.mjs';

/** Runs Jest over all packages and counts its tests. */
export async function runJest(tally, args, env) {
  mkdirSync(cacheDirectory, { recursive: true });
  const report = join(cacheDirectory, 'jest.json');
  rmSync(report, { force: true });
  await runProgram(
    'node',
    [
      '--no-warnings',
      join(root, 'node_modules', '.bin', 'backstage-cli'),
      'repo',
      'test',
      '--watchAll=false',
      '--silent',
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    // Jest prints its JSON on standard output as well.
    { env: { ...env, NODE_ENV: 'test' }, quiet: true },
  ).then(({ code, output }) => {
    if (code !== 0) {
      console.log(
        output
          .split('\n')
          .filter(line => line.length < 2_000)
          .join('\n'),
      );
    }
  });
  if (!existsSync(report)) {
    tally.add({ failed: 1 });
    return;
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success } =
    JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  tally.add({
    passed: numPassedTests,
    failed: success ? failed : Math.max(failed, 1),
  });
}
