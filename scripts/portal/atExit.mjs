const undone = new Set();

process.on('exit', () => {
  for (const undo of undone) {
    try {
      undo();
    } catch {
      // The others are to be undone, too.
    }
  }
});

/**
 * Has something undone when this command ends, however it ends; at once, because
 * nothing can be waited for then.
 *
 * @returns how to take that back
 */
export function atExit(undo) {
  undone.add(undo);
  return () => undone.delete(undo);
}
