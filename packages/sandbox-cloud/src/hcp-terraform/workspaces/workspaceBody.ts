import { z } from 'zod';
import type { HcpWorkspace } from '../HcpState';
import { linkage, readBody } from '../json-api';

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
  const { attributes, relationships } = readBody(workspace, body).data;
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
