import { z } from 'zod';

const linkage = z
  .object({ id: z.string(), type: z.string() })
  .nullish()
  .catch(undefined);

/** A resource of JSON:API, with whatever attributes the host sends. */
export const resourceSchema = z.object({
  id: z.string(),
  type: z.string(),
  attributes: z.record(z.string(), z.unknown()).default({}),
  relationships: z
    .record(
      z.string(),
      z
        .object({ data: z.union([z.array(z.unknown()), linkage]).optional() })
        .catch({}),
    )
    .default({}),
});

/** One resource, with what was asked to be included. */
export const documentSchema = z.object({
  data: resourceSchema,
  included: z.array(resourceSchema).default([]),
});

/** A page of resources. */
export const listSchema = z.object({
  data: z.array(resourceSchema),
  included: z.array(resourceSchema).default([]),
  meta: z
    .object({
      pagination: z.object({ 'next-page': z.number().nullish() }).optional(),
    })
    .optional(),
});

export type ApiResource = z.infer<typeof resourceSchema>;

/** The resource that a to-one relationship points to. */
export function related(
  resource: ApiResource,
  name: string,
): { id: string; type: string } | undefined {
  const data = resource.relationships[name]?.data;
  return data && !Array.isArray(data) ? data : undefined;
}

/** The ids that a to-many relationship points to. */
export function relatedIds(resource: ApiResource, name: string): string[] {
  const data = resource.relationships[name]?.data;
  return Array.isArray(data)
    ? data.flatMap(item => {
        const parsed = z.object({ id: z.string() }).safeParse(item);
        return parsed.success ? [parsed.data.id] : [];
      })
    : [];
}

/** Attributes by their type; anything else counts as absent. */
export function text(resource: ApiResource, name: string): string | undefined {
  const value = resource.attributes[name];
  return typeof value === 'string' ? value : undefined;
}

export function flag(resource: ApiResource, name: string): boolean | undefined {
  const value = resource.attributes[name];
  return typeof value === 'boolean' ? value : undefined;
}

export function count(resource: ApiResource, name: string): number | undefined {
  const value = resource.attributes[name];
  return typeof value === 'number' ? value : undefined;
}
