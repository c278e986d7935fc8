import { setTimeout as sleep } from 'node:timers/promises';
import { command } from './command.mjs';
import { takeLock } from './lock.mjs';
import { step } from './progress.mjs';

/**
 * Does something to what all commands of this checkout share, packages and
 * toolchain, while no other does: waits until it is this one's turn.
 */
export async function inTurn(body, directory) {
  for (let told = false; ; told = true) {
    const { release, holder } = takeLock('install', command, directory);
    if (release) {
      try {
        return await body();
      } finally {
        release();
      }
    }
    if (!told) {
      step(`Waiting for ${holder.command} (pid ${holder.pid}) to install`);
    }
    await sleep(300);
  }
}
