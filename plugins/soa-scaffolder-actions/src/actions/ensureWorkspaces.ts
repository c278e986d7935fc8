import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { soaWorkspaceApplyPermission } from '@backstage-soa/plugin-soa-common';
import { checkPlacements } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformNotificationSettings,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { pauseForReal } from '../catalog';
import type { Pause } from '../catalog';
import { SerialCheckpoints } from '../checkpoints';
import { unlessUnknown } from '../dry-run';
import {
  groupRefInput,
  placementsInput,
  serviceNameInput,
  validateInput,
  workspaceInputs,
} from '../inputs';
import { checkComponent, findProject } from '../policy';
import type { SecretFingerprints } from '../secrets';
import { defaultWorkspaceSettings } from '../settings';
import type { WorkspaceSettings } from '../settings';
import { resolveWishes } from '../wishes';
import {
  describeEffect,
  HostNotes,
  notificationWiring,
  survey,
  wantedWorkspace,
} from '../workspaces';
import type { ActionAuditor } from './auditedWrite';
import { ensureWorkspacesExamples } from './ensureWorkspaces.examples';
import { tellHowToGoOn } from './tellHowToGoOn';
import { WorkspaceTask } from './WorkspaceTask';
import type { WorkspaceOutput } from './WorkspaceTask';

const input = {
  name: serviceNameInput,
  owner: groupRefInput,
  description: (z: typeof zod) => z.string().max(500).optional(),
  placements: placementsInput,
  ...workspaceInputs,
};

/** What `tfc:workspaces:ensure` needs from the backend. */
export interface EnsureWorkspacesOptions {
  hcpTerraform: HcpTerraform;
  accounts: SoaAccountsClient;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  permissions: PermissionsService;
  auditor: ActionAuditor;
  portalUrl: string;
  productionEnvironments: readonly string[];
  /** By organization. */
  workspaceSettings: ReadonlyMap<string, WorkspaceSettings>;
  notifications: readonly HcpTerraformNotificationSettings[];
  /** Where HCP Terraform reaches the portal, if the configuration does not say. */
  notificationUrl: () => Promise<string>;
  /** Absent without a key. */
  fingerprints?: SecretFingerprints;
  pause?: Pause;
}

/** `tfc:workspaces:ensure` */
export function createEnsureWorkspacesAction(options: EnsureWorkspacesOptions) {
  return createTemplateAction({
    id: 'tfc:workspaces:ensure',
    description:
      'Makes sure that every placement has its HCP Terraform workspace, with tags, variables, dynamic credentials, teams and notifications',
    supportsDryRun: true,
    examples: ensureWorkspacesExamples,
    schema: {
      input,
      output: {
        workspaces: z =>
          z.array(
            z.object({
              id: z.string().optional(),
              name: z.string(),
              url: z.string(),
              effect: z.enum(['create', 'change', 'nothing', 'unknown']),
            }),
          ),
      },
    },
    handler: ctx =>
      tellHowToGoOn(async () => {
        validateInput(input, ctx.input);
        const { name, owner, description, placements } = ctx.input;
        const { signal, isDryRun = false, logger } = ctx;
        const { productionEnvironments } = options;
        const [organization] = placements[0].workspace.split('/');
        const notification = options.notifications.find(
          one => one.organization === organization,
        );
        const settings =
          options.workspaceSettings.get(organization) ??
          defaultWorkspaceSettings;
        const wishes = resolveWishes({
          input: ctx.input,
          settings,
          placements,
          productionEnvironments,
          canNotify: notification !== undefined,
        });
        const credentials = await ctx.getInitiatorCredentials();
        await checkComponent({
          ...options,
          componentRef: `component:default/${name}`,
          permission: soaWorkspaceApplyPermission,
          input: 'name',
          // Which then refuses what is there and may not be seen.
          mayBeNew: true,
          credentials,
          isDryRun,
          logger,
          signal,
        });
        await checkPlacements({
          accounts: options.accounts,
          service: { name, owner },
          placements,
          adds: isDryRun,
          credentials,
          signal,
        });
        const client = options.hcpTerraform.client(organization);
        const projectId = await findProject(client, owner, {
          isDryRun,
          signal,
        });
        const wanted = placements.map(placement =>
          wantedWorkspace({
            service: { name, namespace: 'default', description },
            placement,
            projectId,
            wishes,
            isProduction: productionEnvironments.includes(
              placement.environment,
            ),
            sourceUrl: `${options.portalUrl}/create/tasks/${ctx.task.id}`,
          }),
        );
        const surveyed = await unlessUnknown(isDryRun, async () =>
          survey({
            client,
            host: new HostNotes(note => logger.warn(note)),
            pause: options.pause ?? pauseForReal,
            service: name,
            projectId,
            wanted,
            wishes,
            settings,
            notification:
              notification && wishes.notifications
                ? notificationWiring({
                    ...notification,
                    url: notification.url ?? (await options.notificationUrl()),
                  })
                : undefined,
            fingerprints: options.fingerprints,
            signal,
          }),
        );
        if (surveyed instanceof Error) {
          ctx.output(
            'workspaces',
            placements.map(({ workspace }): WorkspaceOutput => {
              const url = client.workspaceUrl(workspace.split('/')[1]);
              logger.info(
                `${workspace}: ${describeEffect(surveyed, isDryRun)} ${url}`,
              );
              return { name: workspace, url, effect: 'unknown' };
            }),
          );
          return;
        }
        const task = new WorkspaceTask({
          ...surveyed,
          projectId,
          wanted,
          logger,
          auditor: options.auditor,
          user: ctx.user?.ref,
          taskId: ctx.task.id,
          checkpoints: new SerialCheckpoints(ctx.checkpoint),
        });
        ctx.output(
          'workspaces',
          isDryRun ? await task.preview() : await task.ensure(),
        );
      }),
  });
}
