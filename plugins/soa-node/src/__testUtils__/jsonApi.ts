/** A resource as JSON:API writes it. */
export function resource(
  type: string,
  id: string,
  attributes: object = {},
  relationships: Record<string, unknown> = {},
) {
  return {
    id,
    type,
    attributes,
    relationships: Object.fromEntries(
      Object.entries(relationships).map(([name, data]) => [name, { data }]),
    ),
  };
}

/** A page of a list. */
export function listPage(
  data: unknown[],
  nextPage: number | null = null,
  included: unknown[] = [],
) {
  return {
    body: { data, included, meta: { pagination: { 'next-page': nextPage } } },
  };
}
