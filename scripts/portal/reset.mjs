import { rmSync } from 'node:fs';
import { hold, refuseHeld } from './hold.mjs';
import { dataDirectory } from './paths.mjs';
import { readPorts, refuseBusyPorts } from './ports.mjs';

/** Clears what the portal has kept between starts. */
export async function run() {
  try {
    hold('portal');
  } catch (error) {
    if (error.code !== 'ENOSPC') {
      throw error;
    }
    // This is what makes room on a full disk.
    refuseHeld('portal', 'it needs its data');
  }
  await refuseBusyPorts(await readPorts());
  rmSync(dataDirectory, { recursive: true, force: true });
  console.log('The portal starts afresh next time.');
  return 0;
}
