import { z } from 'zod';
import type { HcpWorkspace } from '../HcpState';
import { linkage, readBody } from '../json-api';

/** What is kept, and given back as it was given. */
const settings = {
  'queue-all-runs': z.boolean(),
  'speculative-enabled': z.boolean(),
  'global-remote-state': z.boolean(),
  'file-triggers-enabled': z.boolean(),
  'trigger-patterns': z.array(z.string()),
  'execution-mode': z.enum(['remote', 'agent', 'local']),
  'agent-pool-id': z.string(),
  'auto-destroy-at': z.string().nullable(),
  'auto-destroy-activity-duration': z
    .string()
    .regex(/^\d{1,4}[dh]$/)
    .nullable(),
  'vcs-repo': z.object({
    identifier: z.string().regex(/^[^/]+\/.+$/),
    branch: z.string().default(''),
    'oauth-token-id': z.string().optional(),
    'github-app-installation-id': z.string().optional(),
  }),
};

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
        ...settings,
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
    settings: settingsOf(attributes),
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

function settingsOf(attributes: Record<string, unknown>) {
  const given = Object.entries(attributes).filter(([name]) => name in settings);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
