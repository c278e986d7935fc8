import { z } from 'zod';

/** A relationship, as far as it can be understood. */
const relationshipSchema = z
  .object({
    data: z
      .union([
        z.object({ id: z.string(), type: z.string() }),
        z.array(z.object({ id: z.string(), type: z.string() })),
        // That there is none, as opposed to not being told.
        z.null(),
      ])
      .optional()
      .catch(undefined),
  })
  .catch({});

/**
 * A resource of JSON:API. What a host leaves out, or sends in a form of its
 * own, counts as absent: one oddity must not hide ten thousand workspaces.
 */
const resourceSchema = z.object({
  id: z.string(),
  type: z.string(),
  attributes: z.record(z.string(), z.unknown()).catch({}),
  relationships: z.record(z.string(), relationshipSchema).catch({}),
});

const includedSchema = z
  .array(z.unknown())
  .catch([])
  .transform(items =>
    items.flatMap(item => resourceSchema.safeParse(item).data ?? []),
  );

/** One resource, with what was asked to be included. */
export const documentSchema = z.object({
  data: resourceSchema,
  included: includedSchema,
});

/** A page of resources. */
export const listSchema = z.object({
  data: z.array(resourceSchema),
  included: includedSchema,
  meta: z
    .object({
      pagination: z.object({ 'next-page': z.number().nullable() }),
    })
    .optional()
    .catch(undefined),
});

export type ApiResource = z.infer<typeof resourceSchema>;
export type ApiDocument = z.infer<typeof documentSchema>;
export type ApiList = z.infer<typeof listSchema>;
