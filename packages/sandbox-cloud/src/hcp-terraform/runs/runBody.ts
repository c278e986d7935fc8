import { z } from 'zod';
import { linkage, readBody } from '../json-api';

const run = z.object({
  data: z.object({
    attributes: z
      .object({
        message: z.string(),
        'plan-only': z.boolean(),
        'is-destroy': z.boolean(),
        'refresh-only': z.boolean(),
        'auto-apply': z.boolean(),
      })
      .partial(),
    relationships: z.object({
      workspace: linkage,
      'configuration-version': linkage.optional(),
    }),
  }),
});

export function runBody(body: unknown) {
  const { attributes, relationships } = readBody(run, body).data;
  return {
    workspaceId: relationships.workspace.data.id,
    configurationVersionId: relationships['configuration-version']?.data.id,
    message: attributes.message ?? 'Queued via the API',
    planOnly: attributes['plan-only'] ?? false,
    isDestroy: attributes['is-destroy'] ?? false,
    refreshOnly: attributes['refresh-only'] ?? false,
    autoApply: attributes['auto-apply'],
  };
}
