import { join } from 'node:path';
import { logDirectory } from './paths.mjs';
import { freePorts } from './ports.mjs';
import { Programs } from './programs.mjs';
import { step } from './progress.mjs';
import { runPortal } from './runPortal.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/**
 * Gives somebody a backend in front of a sandbox cloud, both of which end with it
 * and leave nothing behind.
 *
 * @param body - is given the backend's URL, without `/api`
 */
export async function withBackend(env, body) {
  const ports = await freePorts();
  const data = temporaryFolder('portal-template');
  const programs = new Programs(join(logDirectory, 'template'));
  try {
    await runPortal({
      programs,
      // The guest, who tries templates here, tries those of platform teams as well.
      env: {
        ...env,
        APP_CONFIG_soa_platform_owners:
          '["group:default/team-platform","group:default/team-shop"]',
      },
      ports,
      dataDirectory: data.path,
      step,
      frontEnd: false,
    });
    return await body(`http://localhost:${ports.backend}`);
  } finally {
    await programs.stop();
    data.remove();
  }
}
