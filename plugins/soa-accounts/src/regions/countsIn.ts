/** How often each value comes, the most frequent first: `prod 12, dev 3`. */
export function countsIn(values: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(
      ([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1),
    )
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}
