import type { UserInfoService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { HcpTerraformError, projectName } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { unlessUnknown } from '../dry-run';
import { auditedWrite } from './auditedWrite';
import type { ActionAuditor } from './auditedWrite';
import { tellHowToGoOn } from './tellHowToGoOn';
import { groupRefInput, validateInput } from '../inputs';
import { checkOwner } from '../policy';

const input = {
  owner: groupRefInput,
  organization: (z: typeof zod) =>
    z
      .string()
      .optional()
      .describe('The HCP Terraform organization; the default one if absent'),
};

/** `tfc:project:ensure` */
export function createEnsureProjectAction(options: {
  hcpTerraform: HcpTerraform;
  auditor: ActionAuditor;
  userInfo: UserInfoService;
}) {
  return createTemplateAction({
    id: 'tfc:project:ensure',
    description:
      "Makes sure that there is an HCP Terraform project for a group's workspaces",
    supportsDryRun: true,
    examples: [
      {
        description: "A team's project",
        example: `steps:
  - id: project
    name: Make sure of the project
    action: tfc:project:ensure
    input:
      owner: group:default/team-shop
`,
      },
    ],
    schema: {
      input,
      output: { projectId: z => z.string(), name: z => z.string() },
    },
    handler: ctx =>
      tellHowToGoOn(async () => {
        validateInput(input, ctx.input);
        const { owner } = ctx.input;
        await checkOwner({
          userInfo: options.userInfo,
          owner,
          credentials: await ctx.getInitiatorCredentials(),
        });
        const name = projectName(owner);
        ctx.output('name', name);
        const client = options.hcpTerraform.client(ctx.input.organization);
        const { signal, isDryRun } = ctx;
        const found = await unlessUnknown(isDryRun, () =>
          client.findProject(name, { signal }),
        );
        if (found instanceof HcpTerraformError) {
          ctx.logger.info(`The project ${name}: unknown. ${found.message}`);
          ctx.output('projectId', 'unknown');
          return;
        }
        if (found) {
          ctx.logger.info(`The project ${name} is there: nothing to change`);
          ctx.output('projectId', found.id);
          return;
        }
        if (isDryRun) {
          ctx.logger.info(`Would create the project ${name}`);
          ctx.output('projectId', 'unknown');
          return;
        }
        const { id } = await ctx.checkpoint({
          key: `project.${client.organization}.${name}`,
          fn: () =>
            auditedWrite(
              options.auditor,
              {
                eventId: 'project-create',
                user: ctx.user?.ref,
                taskId: ctx.task.id,
                meta: { organization: client.organization, project: name },
              },
              () => createOrFind(client, name, signal),
            ),
        });
        ctx.logger.info(`Created the project ${name}`);
        ctx.output('projectId', id);
      }),
  });
}

/** Two tasks may make it at once: then it is the other's. */
async function createOrFind(
  client: HcpTerraformClient,
  name: string,
  signal?: AbortSignal,
): Promise<{ id: string }> {
  try {
    const { id } = await client.createProject({ name }, { signal });
    return { id };
  } catch (error) {
    if (!(error instanceof HcpTerraformError)) {
      throw error;
    }
    if (error.kind === 'not-found-or-not-allowed') {
      throw new NotAllowedError(
        `owner: the project ${name} cannot be made in ${client.organization}: its token may not manage projects, or the host has none, and each owner's workspaces need one. ${error.message}`,
      );
    }
    const found = await client.findProject(name, { signal });
    if (!found) {
      throw error;
    }
    return { id: found.id };
  }
}
