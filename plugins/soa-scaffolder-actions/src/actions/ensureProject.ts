import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { auditedWrite } from './auditedWrite';
import type { ActionAuditor } from './auditedWrite';
import { validateInput } from './validateInput';

const input = {
  name: (z: typeof zod) =>
    z
      .string()
      .regex(/^[\w -]{3,40}$/)
      .describe('3 to 40 letters, digits, spaces, - and _'),
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
}) {
  return createTemplateAction({
    id: 'tfc:project:ensure',
    description: 'Makes sure that there is an HCP Terraform project',
    supportsDryRun: true,
    examples: [
      {
        description: "A team's project",
        example: `steps:
  - id: project
    name: Make sure of the project
    action: tfc:project:ensure
    input:
      name: team-shop
`,
      },
    ],
    schema: { input, output: { projectId: z => z.string() } },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { name } = ctx.input;
      const client = options.hcpTerraform.client(ctx.input.organization);
      const request = { signal: ctx.signal };
      const found = await client.findProject(name, request);
      if (found) {
        ctx.logger.info(`The project ${name} is there: nothing to change`);
        ctx.output('projectId', found.id);
        return;
      }
      if (ctx.isDryRun) {
        ctx.logger.info(`Would create the project ${name}`);
        ctx.output('projectId', 'unknown');
        return;
      }
      const id = await ctx.checkpoint({
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
            () => createOrFind(client, name, ctx.signal),
          ),
      });
      ctx.logger.info(`Created the project ${name}`);
      ctx.output('projectId', id);
    },
  });
}

/** Two tasks may make it at once: then it is the other's. */
async function createOrFind(
  client: HcpTerraformClient,
  name: string,
  signal?: AbortSignal,
): Promise<string> {
  try {
    return (await client.createProject({ name }, { signal })).id;
  } catch (error) {
    if (!(error instanceof HcpTerraformError)) {
      throw error;
    }
    const found = await client.findProject(name, { signal });
    if (!found) {
      throw error;
    }
    return found.id;
  }
}
