/** Says each thing once, and not again at every reading. */
export function sayOnce(
  say: (message: string) => void,
): (message: string) => void {
  const said = new Set<string>();
  return message => {
    if (!said.has(message)) {
      said.add(message);
      say(message);
    }
  };
}
