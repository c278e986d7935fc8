import fs from 'node:fs';
import { root } from './paths.mjs';
import { Refusal } from './refusal.mjs';

const installation = 3 * 2 ** 30;
const running = 200 * 2 ** 20;

/** Refuses where there is no room for the packages. */
export function refuseNoRoomToInstall() {
  refuse(installation, 'an installation takes 3 GiB');
}

/** Refuses where the portal could not keep its data and logs. */
export function refuseNoRoomToRun() {
  refuse(running, 'the portal wants 0.2 GiB for its data and logs');
}

function refuse(needed, why) {
  // Node 18 cannot tell before 18.15.
  if (!fs.statfsSync) {
    return;
  }
  const { bavail, bsize } = fs.statfsSync(root);
  const free = bavail * bsize;
  if (free < needed) {
    const gibibytes = (free / 2 ** 30).toFixed(1);
    throw new Refusal(
      `The disk is full: ${gibibytes} GiB are free, and ${why}. Free some and try again.`,
    );
  }
}
