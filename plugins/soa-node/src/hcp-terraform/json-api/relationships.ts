import type { ApiResource } from './documents';

/** The id that a to-one relationship points to. */
export function relatedId(
  resource: ApiResource,
  name: string,
): string | undefined {
  const data = resource.relationships[name]?.data;
  return Array.isArray(data) ? undefined : data?.id;
}

/** The ids that a to-many relationship points to. */
export function relatedIds(resource: ApiResource, name: string): string[] {
  const data = resource.relationships[name]?.data;
  return Array.isArray(data) ? data.map(({ id }) => id) : [];
}
