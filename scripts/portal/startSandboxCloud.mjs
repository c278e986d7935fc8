import { join } from 'node:path';
import { nodeTransform } from './nodeTransform.mjs';
import { root } from './paths.mjs';
import { portEnvironment } from './ports.mjs';
import { waitFor } from './waitFor.mjs';

/**
 * Starts a sandbox cloud that forgets everything when it ends.
 *
 * @param options - `speed`: how much faster than in the demo runs go by
 * @returns where it answers
 */
export async function startSandboxCloud({ programs, env, ports, speed = 1 }) {
  programs.start(
    'sandbox cloud',
    'node',
    ['--require', nodeTransform, join('src', 'main.ts')],
    {
      cwd: join(root, 'packages', 'sandbox-cloud'),
      env: {
        ...env,
        ...portEnvironment(ports),
        SOA_SANDBOX_DATA: '',
        SOA_SANDBOX_SPEED: String(speed),
      },
    },
  );
  const url = `http://localhost:${ports.sandbox}`;
  await waitFor(`${url}/_sandbox/health`, {
    what: 'sandbox cloud',
    programs,
    seconds: 60,
  });
  return url;
}
