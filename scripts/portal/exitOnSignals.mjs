const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Has a signal end this command in a way that undoes what it has begun. Whoever
 * else listens for the signal ends it more gently.
 */
export function exitOnSignals() {
  for (const [signal, number] of Object.entries(numbers)) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) {
        process.exit(128 + number);
      }
    });
  }
}
