/** Waits for what the event loop brings about, without a clock. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(setImmediate);
  }
}
