import { z } from 'zod';
import { linkage, readBody } from '../json-api';

const single = {
  runs: z.enum(['read', 'plan', 'apply']),
  variables: z.enum(['none', 'read', 'write']),
  'state-versions': z.enum(['none', 'read-outputs', 'read', 'write']),
  'sentinel-mocks': z.enum(['none', 'read']),
  'workspace-locking': z.boolean(),
  'run-tasks': z.boolean(),
};

const attributes = z.union([
  z.strictObject({ access: z.enum(['read', 'plan', 'write', 'admin']) }),
  z
    .strictObject({ access: z.literal('custom') })
    .extend(single)
    .partial({
      runs: true,
      variables: true,
      'state-versions': true,
      'sentinel-mocks': true,
      'workspace-locking': true,
      'run-tasks': true,
    }),
]);

/** @throws HcpError for single permissions beside a level, as HCP Terraform does */
export function teamPermissions(body: unknown): Record<string, unknown> {
  const schema = z.object({ data: z.object({ attributes }) });
  return readBody(schema, body).data.attributes;
}

export function newTeamAccess(body: unknown): {
  teamId: string;
  workspaceId: string;
  permissions: Record<string, unknown>;
} {
  const schema = z.object({
    data: z.object({
      relationships: z.object({ team: linkage, workspace: linkage }),
    }),
  });
  const { team, workspace } = readBody(schema, body).data.relationships;
  return {
    teamId: team.data.id,
    workspaceId: workspace.data.id,
    permissions: teamPermissions(body),
  };
}
