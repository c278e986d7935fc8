/** Whether a text is one of IAM's patterns, in which `*` and `?` are wildcards. */
export function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[\\s\\S]*')
    .replaceAll('?', '[\\s\\S]');
  return new RegExp(`^${source}$`, 'u').test(text);
}

/**
 * The text with its policy variables (`${aws:username}`) filled in;
 * `undefined` if the request does not have one of them.
 */
export function filledIn(
  text: string,
  valueOf: (key: string) => string | undefined,
): string | undefined {
  let isWhole = true;
  const filled = text.replace(/\$\{([^}]+)\}/g, (_, key: string) => {
    // These stand for themselves.
    if (['*', '?', '$'].includes(key)) {
      return key;
    }
    const value = valueOf(key);
    isWhole &&= value !== undefined;
    return value ?? '';
  });
  return isWhole ? filled : undefined;
}
