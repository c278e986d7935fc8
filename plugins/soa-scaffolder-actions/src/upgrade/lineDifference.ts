// What is read in a log, and in the text of a pull request.
const MOST_LINES = 40;

/**
 * How a text becomes another, as lines: from the first that differs to the last.
 *
 * @returns nothing where they are the same
 */
export function lineDifference(before: string, after: string): string[] {
  const from = before.split('\n');
  const to = after.split('\n');
  let start = 0;
  while (
    start < from.length &&
    start < to.length &&
    from[start] === to[start]
  ) {
    start += 1;
  }
  let end = 0;
  while (
    end < from.length - start &&
    end < to.length - start &&
    from[from.length - 1 - end] === to[to.length - 1 - end]
  ) {
    end += 1;
  }
  const lines = [
    ...from.slice(start, from.length - end).map(line => `- ${line}`),
    ...to.slice(start, to.length - end).map(line => `+ ${line}`),
  ];
  const more = lines.length - MOST_LINES;
  return more > 0
    ? [...lines.slice(0, MOST_LINES), `… and ${more} lines more`]
    : lines;
}
