import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  HcpTerraform,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { checkPlacements } from '../policy';
import { ensureWorkspace, wantedWorkspace } from '../workspaces';
import { auditedWrite } from './auditedWrite';
import type { ActionAuditor } from './auditedWrite';
import { placementInput } from './placementInput';
import { validateInput } from './validateInput';

const input = {
  name: (z: typeof zod) => z.string().describe("The service's name"),
  owner: (z: typeof zod) =>
    z.string().describe('The entity reference of the owning group'),
  description: (z: typeof zod) => z.string().max(500).optional(),
  projectId: (z: typeof zod) =>
    z.string().describe('What tfc:project:ensure has put out'),
  placements: (z: typeof zod) =>
    z
      .array(placementInput(z))
      .min(1)
      .describe('What soa:placements:resolve has put out'),
  terraformVersion: (z: typeof zod) =>
    z
      .string()
      .optional()
      .describe("A version or a constraint; the organization's own if absent"),
};

/** `tfc:workspaces:ensure` */
export function createEnsureWorkspacesAction(options: {
  hcpTerraform: HcpTerraform;
  accounts: SoaAccountsClient;
  auditor: ActionAuditor;
  portalUrl: string;
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
      projectId: prj-0123456789abcdef
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
              effect: z.enum(['create', 'change', 'nothing']),
            }),
          ),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { name, owner, placements } = ctx.input;
      await checkPlacements({
        accounts: options.accounts,
        service: { name, owner },
        placements,
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      });
      const workspaces = [];
      for (const placement of placements) {
        ctx.signal?.throwIfAborted();
        const [organization] = placement.workspace.split('/');
        const client = options.hcpTerraform.client(organization);
        const wanted = wantedWorkspace({
          ...ctx.input,
          service: { ...ctx.input, namespace: 'default' },
          placement,
          sourceUrl: `${options.portalUrl}/create/tasks/${ctx.task.id}`,
        });
        const ensure = async () => {
          const done = await ensureWorkspace(client, wanted, {
            write: !ctx.isDryRun,
            signal: ctx.signal,
          });
          return {
            id: done.id ?? '',
            effect: done.effect,
            changes: done.changes,
          };
        };
        const { id, effect, changes } = ctx.isDryRun
          ? await ensure()
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
          `${placement.workspace}: ${told(
            effect,
            changes,
            ctx.isDryRun,
          )} ${url}`,
        );
        workspaces.push({
          ...(id && { id }),
          name: placement.workspace,
          url,
          effect,
        });
      }
      ctx.output('workspaces', workspaces);
    },
  });
}

function told(effect: string, changes: string[], isDryRun?: boolean): string {
  const would = isDryRun ? 'would be ' : '';
  if (effect === 'nothing') {
    return 'nothing to change';
  }
  return effect === 'create'
    ? `${would}created`
    : `${would}changed (${changes.join(', ')})`;
}
