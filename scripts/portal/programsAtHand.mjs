import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The path of a Chromium or Chrome, or undefined. */
export function findChromium() {
  return [
    process.env.SOA_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find(path => path && existsSync(path));
}

export function hasTerraform() {
  return spawnSync('terraform', ['version']).status === 0;
}

/** The Python that has moto's server, or undefined. */
export function findMotoPython() {
  return [process.env.SOA_MOTO_PYTHON, 'python3'].find(
    python =>
      python && spawnSync(python, ['-c', 'import moto.server']).status === 0,
  );
}
