import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/** Asks a URL until it answers 2xx, or a program fails, or time is up. */
export async function waitFor(url, { what, failure, seconds }) {
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
    `The ${what} did not answer at ${url} within ${seconds} s: its log in .portal/logs says why.`,
  );
}
