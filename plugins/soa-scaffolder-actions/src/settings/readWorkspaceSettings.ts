import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { WorkspaceSettings } from './WorkspaceSettings';

const team = z
  .strictObject({
    name: z.string().min(1),
    access: z.enum(['read', 'plan', 'write', 'admin', 'custom']),
    runs: z.enum(['read', 'plan', 'apply']).optional(),
    variables: z.enum(['none', 'read', 'write']).optional(),
    stateVersions: z.enum(['none', 'read-outputs', 'read', 'write']).optional(),
    sentinelMocks: z.enum(['none', 'read']).optional(),
    workspaceLocking: z.boolean().optional(),
    runTasks: z.boolean().optional(),
  })
  .refine(
    ({ name, access, ...single }) =>
      access === 'custom' || Object.keys(single).length === 0,
    'single permissions are for the access "custom": write that, or leave them out',
  );

const connection = {
  oauthTokenId: z.string().startsWith('ot-').optional(),
  githubAppInstallationId: z.string().startsWith('ghain-').optional(),
};

const isOne = (given: {
  oauthTokenId?: string;
  githubAppInstallationId?: string;
}) => !given.oauthTokenId !== !given.githubAppInstallationId;
const ONE = 'write either oauthTokenId or githubAppInstallationId';

const settingsSchema = z.strictObject({
  terraformVersion: z.string().optional(),
  agentPoolId: z.string().startsWith('apool-').optional(),
  vcs: z
    .strictObject({
      ...connection,
      repositories: z.array(z.string()).optional(),
    })
    .refine(isOne, ONE)
    .optional(),
  teams: z.array(team).default([]),
  variableSets: z.array(z.string()).default([]),
  driftDetection: z.enum(['production', 'all', 'none']).default('production'),
  autoDestroy: z
    .strictObject({
      environments: z.array(z.string()).min(1),
      afterInactivity: z.string().regex(/^[1-9]\d{0,3}[dh]$/, {
        message: 'write days or hours, such as 14d or 24h',
      }),
    })
    .optional(),
  allow: z
    .strictObject({
      teams: z.array(team).default([]),
      variableSets: z.array(z.string()).default([]),
      vcsConnections: z
        .array(z.strictObject(connection).refine(isOne, ONE))
        .default([]),
      runTriggers: z.array(z.string()).default([]),
    })
    .prefault({}),
});

/**
 * `workspaces` of each entry of `soa.hcpTerraform`, by its organization.
 *
 * @param productionEnvironments - they are never destroyed by themselves
 * @throws InputError that names the key at fault
 */
export function readWorkspaceSettings(
  config: RootConfigService,
  productionEnvironments: readonly string[],
): ReadonlyMap<string, WorkspaceSettings> {
  const entries = config.getOptionalConfigArray('soa.hcpTerraform') ?? [];
  return new Map(
    entries.map((entry, index) => {
      const key = `soa.hcpTerraform[${index}].workspaces`;
      const parsed = settingsSchema.safeParse(
        entry.getOptional('workspaces') ?? {},
      );
      if (!parsed.success) {
        throw new InputError(
          parsed.error.issues
            .map(
              ({ path, message }) => `${[key, ...path].join('.')}: ${message}`,
            )
            .join('; '),
        );
      }
      const production = parsed.data.autoDestroy?.environments.find(name =>
        productionEnvironments.includes(name),
      );
      if (production) {
        throw new InputError(
          `${key}.autoDestroy.environments: ${production} is a production environment, and nothing there is destroyed by itself: leave it out`,
        );
      }
      return [entry.getString('organization'), parsed.data];
    }),
  );
}

/** What holds where the configuration says nothing. */
export const defaultWorkspaceSettings: WorkspaceSettings = settingsSchema.parse(
  {},
);
