import { z } from 'zod';
import { HcpError } from './HcpError';
import type { HcpVariable, HcpWorkspace } from './HcpState';

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new HcpError(422, z.prettifyError(parsed.error));
  }
  return parsed.data;
}

const linkage = z.object({ data: z.object({ id: z.string() }) });

const project = z.object({
  data: z.object({
    attributes: z.object({ name: z.string().regex(/^[\w -]{3,40}$/) }),
  }),
});

export function projectBody(body: unknown): { name: string } {
  return read(project, body).data.attributes;
}

const workspace = z.object({
  data: z.object({
    attributes: z
      .object({
        name: z.string(),
        description: z.string(),
        'working-directory': z.string(),
        'terraform-version': z.string(),
        'auto-apply': z.boolean(),
        'assessments-enabled': z.boolean(),
        'source-name': z.string(),
        'source-url': z.string(),
      })
      .partial(),
    relationships: z
      .object({
        project: linkage,
        'tag-bindings': z.object({
          data: z.array(
            z.object({
              attributes: z.object({ key: z.string(), value: z.string() }),
            }),
          ),
        }),
      })
      .partial()
      .default({}),
  }),
});

/** Only what the request names. */
export function workspaceBody(body: unknown): Partial<HcpWorkspace> {
  const { attributes, relationships } = read(workspace, body).data;
  const tags = relationships['tag-bindings']?.data;
  const given: Partial<HcpWorkspace> = {
    name: attributes.name,
    description: attributes.description,
    workingDirectory: attributes['working-directory'],
    terraformVersion: attributes['terraform-version'],
    autoApply: attributes['auto-apply'],
    assessmentsEnabled: attributes['assessments-enabled'],
    sourceName: attributes['source-name'],
    sourceUrl: attributes['source-url'],
    projectId: relationships.project?.data.id,
    tags:
      tags &&
      Object.fromEntries(
        tags.map(({ attributes: { key, value } }) => [key, value]),
      ),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
}

const variable = z.object({
  key: z.string().min(1),
  value: z.string().default(''),
  description: z.string().nullable().default(null),
  category: z.enum(['terraform', 'env']),
  hcl: z.boolean().default(false),
  sensitive: z.boolean().default(false),
});

export function variableBody(body: unknown): Omit<HcpVariable, 'id'> {
  return read(z.object({ data: z.object({ attributes: variable }) }), body).data
    .attributes;
}

const change = z
  .object({
    key: z.string(),
    value: z.string(),
    description: z.string(),
    hcl: z.boolean(),
    sensitive: z.boolean(),
  })
  .partial();

export function variableChange(body: unknown): Partial<HcpVariable> {
  return read(z.object({ data: z.object({ attributes: change }) }), body).data
    .attributes;
}

const run = z.object({
  data: z.object({
    attributes: z
      .object({ message: z.string(), 'plan-only': z.boolean() })
      .partial(),
    relationships: z.object({
      workspace: linkage,
      'configuration-version': linkage.optional(),
    }),
  }),
});

export function runBody(body: unknown) {
  const { attributes, relationships } = read(run, body).data;
  return {
    workspaceId: relationships.workspace.data.id,
    configurationVersionId: relationships['configuration-version']?.data.id,
    message: attributes.message ?? 'Queued via the API',
    planOnly: attributes['plan-only'] ?? false,
  };
}
