import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './check.mjs';
import { cacheDirectory, root } from './paths.mjs';
import { silence, step } from './progress.mjs';

/** Runs Jest over all packages and counts its tests. */
export async function runJest(tally, args, env) {
  mkdirSync(cacheDirectory, { recursive: true });
  const report = join(cacheDirectory, 'jest.json');
  rmSync(report, { force: true });
  const files = { PASS: 0, FAIL: 0 };
  const { heard, end } = silence(
    () => `${files.PASS + files.FAIL} files done, ${files.FAIL} failed`,
  );
  const { code, output } = await runProgram(
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
    {
      env: { ...env, NODE_ENV: 'test' },
      // Jest prints its JSON on standard output as well.
      quiet: true,
      onLine(line) {
        const [, result] = /^(PASS|FAIL) /.exec(line) ?? [];
        if (result) {
          files[result] += 1;
        }
        if (result === 'FAIL') {
          heard();
          step(`  ${line}`);
        }
      },
    },
  ).finally(end);
  if (code !== 0) {
    console.log(
      output
        .split('\n')
        .filter(line => line.length < 2_000)
        .join('\n'),
    );
  }
  if (!existsSync(report)) {
    tally.add({ failed: 1 });
    return;
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success } =
    JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  step(
    `${success ? '✓' : '✗'} tests: ${numPassedTests} passed, ${failed} failed`,
  );
  tally.add({
    passed: numPassedTests,
    failed: success ? failed : Math.max(failed, 1),
  });
}
