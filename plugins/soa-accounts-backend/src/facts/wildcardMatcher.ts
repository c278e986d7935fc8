/**
 * Whether a text is the one of a pattern, in which `*` stands for any piece of it: AWS
 * takes no `*` in values of tags.
 */
export function wildcardMatcher(pattern: string): (text: string) => boolean {
  const [first, ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) {
    return text => text === pattern;
  }
  return text => {
    let at = first.length;
    for (const piece of others) {
      const found = text.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length;
    }
    return (
      text.startsWith(first) &&
      text.length - last.length >= at &&
      text.endsWith(last)
    );
  };
}
