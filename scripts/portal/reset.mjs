import { rmSync } from 'node:fs';
import { hold } from './hold.mjs';
import { dataDirectory } from './paths.mjs';
import { readPorts, refuseBusyPorts } from './ports.mjs';

/** Clears what the portal has kept between starts. */
export async function run() {
  hold('portal');
  await refuseBusyPorts(await readPorts());
  rmSync(dataDirectory, { recursive: true, force: true });
  console.log('The portal starts afresh next time.');
  return 0;
}
