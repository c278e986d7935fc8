const startedAt = Date.now();
const patienceMs = 20_000;

/** Prints a step with the time since the command began. */
export function step(text) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0).padStart(4);
  console.log(`${seconds} s  ${text}`);
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
