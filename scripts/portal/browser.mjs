import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './check.mjs';
import { logDirectory, root, screenshotDirectory } from './paths.mjs';
import { freePorts, portEnvironment } from './ports.mjs';
import { Programs } from './programs.mjs';
import { step } from './progress.mjs';
import { runPortal } from './runPortal.mjs';

const nodeTransform = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'config',
  'nodeTransform.cjs',
);
const tests = join(root, 'packages', 'e2e', 'src');

/** Runs the browser tests against a portal of their own. */
export async function runBrowserTests(tally, { env, chromium }) {
  const ports = await freePorts();
  const data = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  const programs = new Programs(join(logDirectory, 'e2e'));
  mkdirSync(screenshotDirectory, { recursive: true });
  try {
    await runPortal({ programs, env, ports, dataDirectory: data, step });
    const { code, output } = await runProgram(
      'node',
      [
        '--test',
        '--test-concurrency=1',
        '--test-reporter=spec',
        ...readdirSync(tests)
          .filter(name => name.endsWith('.e2e.ts'))
          .sort()
          .map(name => join(tests, name)),
      ],
      {
        env: {
          ...env,
          ...portEnvironment(ports),
          NODE_OPTIONS: `--require=${nodeTransform}`,
          SOA_CHROMIUM: chromium,
          SOA_SCREENSHOTS: screenshotDirectory,
        },
      },
    );
    const count = word =>
      Number(new RegExp(`^. ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    tally.add({
      passed: count('pass'),
      failed: code === 0 ? failed : Math.max(failed, 1),
    });
  } catch (error) {
    console.log(`✗ ${error.message}`);
    tally.add({ failed: 1 });
  } finally {
    await programs.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
