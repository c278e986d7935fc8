import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../portal/progress.mjs';

/**
 * Kills now one backend, now the other, after a write that it never hears was made,
 * and starts it again.
 *
 * @param options - `proxies`: what each of the `backends` writes through; `next`:
 *   numbers from 0 to 1; `writes`: after how many at most; `downSeconds`: how long it
 *   is gone; `signal`: ends it
 * @returns how often, once it has `ended`; its `failure`, if it fails
 */
export function killAgainAndAgain(options) {
  const ended = killAll(options);
  return {
    ended,
    // Only a failure ends the wait for the rollouts.
    failure: new Promise((_, reject) => {
      ended.catch(reject);
    }),
  };
}

async function killAll({ replicas, backends, proxies, kills, ...options }) {
  const { next, writes, downSeconds, signal } = options;
  for (let killed = 0; killed < kills; killed += 1) {
    const victim = backends[killed % 2];
    const proxy = proxies[killed % 2];
    const point = 1 + Math.floor(next() * writes);
    const killing = await reach(point, proxy, signal, () =>
      replicas.kill(victim),
    );
    if (!killing) {
      return killed;
    }
    await killing.done;
    step(`Killed ${victim.name} after ${point} writes (${killed + 1})`);
    proxy.onWrite = () => true;
    await sleep(downSeconds * 1_000, undefined, { signal }).catch(() => {});
    await replicas.start(victim);
  }
  return kills;
}

/** @returns the killing, when so much has been written; not if it ended before */
function reach(point, proxy, signal, kill) {
  let seen = 0;
  let killing;
  return new Promise(resolve => {
    const end = () => resolve(undefined);
    if (signal.aborted) {
      end();
    }
    signal.addEventListener('abort', end, { once: true });
    proxy.onWrite = () => {
      seen += 1;
      if (seen === point) {
        killing = { done: kill() };
        signal.removeEventListener('abort', end);
        resolve(killing);
      }
      // Who is dead hears no answer.
      return !killing;
    };
  });
}
