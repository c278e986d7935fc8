import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeTransform } from './nodeTransform.mjs';
import { root } from './paths.mjs';
import { portEnvironment } from './ports.mjs';
import { waitFor } from './waitFor.mjs';
import { waitForOrganisation } from './waitForOrganisation.mjs';

const cli = join(root, 'node_modules', '.bin', 'backstage-cli');

/**
 * Starts sandbox cloud, backend and front end, and waits until all answer.
 *
 * @returns how to start the backend again after it was stopped
 */
export async function runPortal({
  programs,
  env,
  ports,
  dataDirectory,
  step,
  frontEnd = true,
}) {
  mkdirSync(join(dataDirectory, 'sandbox-cloud'), { recursive: true });
  const sandboxUrl = `http://localhost:${ports.sandbox}`;
  const all = {
    ...env,
    ...portEnvironment(ports),
    SOA_DATA_DIRECTORY: dataDirectory,
    SOA_SANDBOX_DATA: join(dataDirectory, 'sandbox-cloud'),
    // The credentials manager of Backstage makes STS clients of its own.
    AWS_ENDPOINT_URL_STS: sandboxUrl,
    AWS_EC2_METADATA_DISABLED: 'true',
    NODE_ENV: 'development',
    BROWSER: 'none',
  };
  const startBackend = async () => {
    programs.start('backend', 'node', [cli, 'package', 'start'], {
      cwd: join(root, 'packages', 'backend'),
      env: all,
    });
    await waitFor(
      `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
      { what: 'backend', programs, seconds: 180 },
    );
  };

  step('Starting the sandbox cloud');
  programs.start(
    'sandbox cloud',
    'node',
    ['--require', nodeTransform, join('src', 'main.ts')],
    { cwd: join(root, 'packages', 'sandbox-cloud'), env: all },
  );
  await waitFor(`${sandboxUrl}/_sandbox/health`, {
    what: 'sandbox cloud',
    programs,
    seconds: 60,
  });
  step('Starting backend and front end');
  if (frontEnd) {
    programs.start('front end', 'node', [cli, 'package', 'start'], {
      cwd: join(root, 'packages', 'app'),
      env: all,
    });
  }
  await startBackend();
  step('The backend is ready; reading the simulated organisation');
  await waitForOrganisation(`http://localhost:${ports.backend}`, {
    sandboxUrl,
    programs,
    seconds: 120,
  });
  if (frontEnd) {
    await waitFor(`http://localhost:${ports.portal}/`, {
      what: 'front end',
      programs,
      seconds: 240,
    });
    step('The front end is ready');
  }
  return { startBackend };
}
