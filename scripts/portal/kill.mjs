/** Sends a signal to a detached program and to whatever that has started. */
export function kill(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}
