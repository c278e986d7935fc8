import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/**
 * Asks a URL until it answers 2xx, or a program fails, or time is up.
 *
 * @param what - the one of the programs that shall answer
 */
export async function waitFor(url, { what, programs, seconds }) {
  const { failure } = programs;
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await Promise.race([
      fetch(url, {
        signal: AbortSignal.timeout(20_000),
        headers: { accept: 'text/html,*/*' },
      }).catch(() => undefined),
      failure,
    ]);
    await answer?.body?.cancel();
    if (answer?.ok) {
      return;
    }
    await Promise.race([sleep(300), failure]);
  }
  throw new Refusal(
    programs.explain(
      what,
      `The ${what} did not answer at ${url} within ${seconds} s`,
    ),
  );
}
