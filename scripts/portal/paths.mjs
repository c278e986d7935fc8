import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The vendored Yarn: no other has to be on the machine. */
export const yarn = join(root, '.yarn', 'releases', 'yarn-4.13.0.cjs');

/** Everything that the portal leaves on this machine, but for node_modules. */
export const portalDirectory = join(root, '.portal');
export const dataDirectory = join(portalDirectory, 'data');
export const logDirectory = join(portalDirectory, 'logs');
export const cacheDirectory = join(portalDirectory, 'cache');
export const screenshotDirectory = join(portalDirectory, 'screenshots');
export const toolchainDirectory = join(portalDirectory, 'toolchain');
