import { step } from './progress.mjs';
import { tellFailure } from './tellFailure.mjs';

/**
 * Runs a part of the tests. One that cannot be run to its end counts as a failed
 * check, and the others go on.
 *
 * @returns what the body returns, or undefined
 */
export async function stage(tally, name, body) {
  let escaped;
  // Some libraries throw where nobody waits for them.
  const escape = new Promise((_, reject) => {
    escaped = reject;
  });
  escape.catch(() => {});
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', escaped);
  try {
    return await Promise.race([body(), escape]);
  } catch (error) {
    console.log(tellFailure(error));
    step(`✗ ${name}: could not be run to the end`);
    tally.add({ failed: 1 });
    return undefined;
  } finally {
    process.off('uncaughtException', escaped);
    others.forEach(other => process.on('uncaughtException', other));
  }
}
