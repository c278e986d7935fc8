import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { checkPlacements } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { unlessUnknown } from '../dry-run';
import {
  groupRefInput,
  placementsInput,
  serviceNameInput,
  validateInput,
} from '../inputs';
import { findProject } from '../policy';
import {
  describeEffect,
  ensureWorkspace,
  wantedWorkspace,
} from '../workspaces';
import { auditedWrite } from './auditedWrite';
import type { ActionAuditor } from './auditedWrite';
import { tellHowToGoOn } from './tellHowToGoOn';

const input = {
  name: serviceNameInput,
  owner: groupRefInput,
  description: (z: typeof zod) => z.string().max(500).optional(),
  placements: placementsInput,
  terraformVersion: (z: typeof zod) =>
    z
      .string()
      .optional()
      .describe('A version or a constraint; ~> 1.9 if absent'),
};

/** `tfc:workspaces:ensure` */
export function createEnsureWorkspacesAction(options: {
  hcpTerraform: HcpTerraform;
  accounts: SoaAccountsClient;
  auditor: ActionAuditor;
  portalUrl: string;
  productionEnvironments: readonly string[];
}) {
  return createTemplateAction({
    id: 'tfc:workspaces:ensure',
    description:
      'Makes sure that every placement has its HCP Terraform workspace, with tags, variables and dynamic credentials',
    supportsDryRun: true,
    examples: [
      {
        description: 'The workspaces of a service',
        example: `steps:
  - id: workspaces
    name: Make sure of the workspaces
    action: tfc:workspaces:ensure
    input:
      name: orders
      owner: group:default/team-shop
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: us-east-1
          runtime: ecs-fargate
          key: prod-use1
          workspace: acme/orders-prod-use1
`,
      },
    ],
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
        const { name, owner, placements, terraformVersion } = ctx.input;
        const { signal, isDryRun = false } = ctx;
        await checkPlacements({
          accounts: options.accounts,
          service: { name, owner },
          placements,
          credentials: await ctx.getInitiatorCredentials(),
          signal,
        });
        const [organization] = placements[0].workspace.split('/');
        const client = options.hcpTerraform.client(organization);
        const projectId = await findProject(client, owner, {
          isDryRun,
          signal,
        });
        const workspaces = [];
        for (const placement of placements) {
          signal?.throwIfAborted();
          const wanted = wantedWorkspace({
            service: {
              name,
              namespace: 'default',
              description: ctx.input.description,
            },
            placement,
            projectId,
            terraformVersion,
            isProduction: options.productionEnvironments.includes(
              placement.environment,
            ),
            sourceUrl: `${options.portalUrl}/create/tasks/${ctx.task.id}`,
          });
          const ensure = async () => {
            const done = await ensureWorkspace(client, wanted, {
              write: !isDryRun,
              signal,
            });
            return { ...done, id: done.id ?? '' };
          };
          const done = isDryRun
            ? await unlessUnknown(isDryRun, ensure)
            : await ctx.checkpoint({
                key: `workspace.${placement.workspace}`,
                fn: () =>
                  auditedWrite(
                    options.auditor,
                    {
                      eventId: 'workspace-ensure',
                      user: ctx.user?.ref,
                      taskId: ctx.task.id,
                      meta: { workspace: placement.workspace },
                    },
                    ensure,
                  ),
              });
          const url = client.workspaceUrl(wanted.input.name);
          ctx.logger.info(
            `${placement.workspace}: ${describeEffect(done, isDryRun)} ${url}`,
          );
          const isKnown = !(done instanceof Error);
          workspaces.push({
            ...(isKnown && done.id && { id: done.id }),
            name: placement.workspace,
            url,
            effect: isKnown ? done.effect : ('unknown' as const),
          });
        }
        ctx.output('workspaces', workspaces);
      }),
  });
}
