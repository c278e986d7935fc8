const startedAt = Date.now();

/** Prints a step with the time since the command began. */
export function step(text) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0).padStart(4);
  console.log(`${seconds} s  ${text}`);
}

export function secondsSinceStart() {
  return (Date.now() - startedAt) / 1000;
}
