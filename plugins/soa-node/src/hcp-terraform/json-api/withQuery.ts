/** The path with a query. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number>>,
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    search.set(key, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
