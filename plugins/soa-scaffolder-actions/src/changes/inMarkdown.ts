/**
 * Lines as a block of Markdown in which nothing of them means anything: people have
 * typed some of it.
 */
export function inMarkdown(lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(
    2,
    ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
