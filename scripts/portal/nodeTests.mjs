import { runProgram } from './check.mjs';
import { nodeTransform } from './nodeTransform.mjs';

/** Runs files of Node's own test runner, in turn, and counts their tests. */
export async function runNodeTests(tally, { files, env, quiet = false }) {
  const { code, output } = await runProgram(
    'node',
    ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files],
    {
      // Quoted, for a path may have a space in it.
      env: {
        ...env,
        NODE_OPTIONS: `--require=${JSON.stringify(nodeTransform)}`,
      },
      quiet,
    },
  );
  const count = word =>
    Number(new RegExp(`^. ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const counted = {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
  };
  if (code !== 0 || counted.passed === 0) {
    counted.failed = Math.max(counted.failed, 1);
    if (quiet) {
      console.log(output);
    }
  }
  tally.add(counted);
}
