import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runNodeTests } from './nodeTests.mjs';
import { logDirectory, root, screenshotDirectory } from './paths.mjs';
import { freePorts, portEnvironment } from './ports.mjs';
import { Programs } from './programs.mjs';
import { step } from './progress.mjs';
import { runPortal } from './runPortal.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const tests = join(root, 'packages', 'e2e', 'src');

/** Runs the browser tests against a portal of their own. */
export async function runBrowserTests(tally, { env, chromium }) {
  const ports = await freePorts();
  const data = temporaryFolder('portal-e2e');
  const programs = new Programs(join(logDirectory, 'e2e'));
  mkdirSync(screenshotDirectory, { recursive: true });
  try {
    await runPortal({ programs, env, ports, dataDirectory: data.path, step });
    await runNodeTests(tally, {
      files: readdirSync(tests)
        .filter(name => name.endsWith('.e2e.ts'))
        .sort()
        .map(name => join(tests, name)),
      env: {
        ...env,
        ...portEnvironment(ports),
        SOA_CHROMIUM: chromium,
        SOA_SCREENSHOTS: screenshotDirectory,
      },
    });
  } finally {
    await programs.stop();
    data.remove();
  }
}
