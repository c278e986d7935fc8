export type Query = Readonly<Record<string, unknown>>;

/** A page of a list, as JSON:API and HCP Terraform number it. */
export function listPage<T, R extends object>(
  items: readonly T[],
  query: Query,
  body: (items: T[]) => R,
): R & { meta: object } {
  const page = (query.page ?? {}) as Record<string, string | undefined>;
  const size = Math.min(Math.max(Number(page.size ?? 20) || 20, 1), 100);
  const number = Math.max(Number(page.number ?? 1) || 1, 1);
  const pages = Math.max(Math.ceil(items.length / size), 1);
  return {
    ...body(items.slice((number - 1) * size, number * size)),
    meta: {
      pagination: {
        'current-page': number,
        'page-size': size,
        'prev-page': number > 1 ? number - 1 : null,
        'next-page': number < pages ? number + 1 : null,
        'total-pages': pages,
        'total-count': items.length,
      },
    },
  };
}
