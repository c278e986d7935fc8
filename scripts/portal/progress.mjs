import { AsyncLocalStorage } from 'node:async_hooks';

const startedAt = Date.now();
const patienceMs = 20_000;

const piece = new AsyncLocalStorage();

/** Prints a text, unless it is part of what is printed in one piece. */
export function say(text) {
  const held = piece.getStore();
  if (held) {
    held.push(text);
  } else {
    console.log(text);
  }
}

/** Prints a step with the time since the command began. */
export function step(text) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0).padStart(4);
  say(`${seconds} s  ${text}`);
}

/** Holds back what is said by something, until it is done. */
export async function inOnePiece(body) {
  const held = [];
  try {
    return await piece.run(held, body);
  } finally {
    if (held.length > 0) {
      console.log(held.join('\n'));
    }
  }
}

/**
 * Says from time to time that something goes on, while nothing is heard of it.
 *
 * @param text - what goes on, or a function that says it
 * @returns `heard`, to be called when people were told something, and `end`
 */
export function silence(text) {
  const timer = setInterval(
    () => step(`  ${typeof text === 'function' ? text() : text} …`),
    patienceMs,
  );
  return { heard: () => timer.refresh(), end: () => clearInterval(timer) };
}
