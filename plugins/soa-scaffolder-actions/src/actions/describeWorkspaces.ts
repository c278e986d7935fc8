import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ownerOfWorkspaceTags,
  parsePlacements,
  soaWorkspaceApplyPermission,
} from '@backstage-soa/plugin-soa-common';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { unlessUnknown } from '../dry-run';
import {
  componentRefInput,
  placementsInput,
  validateInput,
  workspaceInputs,
} from '../inputs';
import { checkComponent } from '../policy';
import { defaultWorkspaceSettings } from '../settings';
import type { WorkspaceSettings } from '../settings';
import { settingsOfSiblings } from '../siblings';
import { vcsWish } from '../wishes';

const input = {
  componentRef: componentRefInput,
  placements: placementsInput,
  from: (z: typeof zod) =>
    z
      .string()
      .min(1)
      .optional()
      .describe(
        'The environment whose workspaces are looked at; that of each placement if absent',
      ),
};

/** `tfc:workspaces:describe` */
export function createDescribeWorkspacesAction(options: {
  hcpTerraform: HcpTerraform;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  permissions: PermissionsService;
  /** By organization. */
  workspaceSettings: ReadonlyMap<string, WorkspaceSettings>;
}) {
  return createTemplateAction({
    id: 'tfc:workspaces:describe',
    description:
      "Reads how a service's workspaces are set, for those that are made beside them",
    supportsDryRun: true,
    examples: [
      {
        description: 'Before the workspace of one more Region is made',
        example: `steps:
  - id: like
    name: Read how the workspaces beside it are set
    action: tfc:workspaces:describe
    input:
      componentRef: component:default/orders
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: eu-west-1
          runtime: ecs-fargate
          key: prod-euw1
          workspace: acme/orders-prod-euw1
`,
      },
    ],
    schema: {
      input,
      output: {
        terraformVersion: workspaceInputs.terraformVersion,
        vcs: workspaceInputs.vcs,
        triggerPatterns: workspaceInputs.triggerPatterns,
        variables: workspaceInputs.variables,
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, placements, from } = ctx.input;
      const { logger, signal, isDryRun } = ctx;
      const entity = await checkComponent({
        ...options,
        componentRef,
        permission: soaWorkspaceApplyPermission,
        credentials: await ctx.getInitiatorCredentials(),
        isDryRun: false,
        logger,
        signal,
      });
      const [organization] = placements[0].workspace.split('/');
      const wanted = componentRef.toLocaleLowerCase('en-US');
      const client = options.hcpTerraform.client(organization);
      const settings = await unlessUnknown(isDryRun, () =>
        settingsOfSiblings({
          placements,
          declared: parsePlacements(entity!.spec?.placements ?? []).placements,
          from,
          read: async named => {
            const workspace = await client.findWorkspace(
              named.split('/').pop()!,
              { withVariables: true, signal },
            );
            // What people write into spec.placements opens no other's workspace.
            const owner = ownerOfWorkspaceTags(workspace?.tagBindings ?? {});
            return owner?.componentRef === wanted ? workspace : undefined;
          },
        }),
      );
      if (settings instanceof HcpTerraformError) {
        logger.info(
          `How the workspaces beside them are set is unknown. ${settings.message}`,
        );
        return;
      }
      const { notes, variables, ...found } = settings;
      // Somebody may have linked it by a connection that no template may use.
      const vcs = vcsWish(
        found.vcs,
        options.workspaceSettings.get(organization) ?? defaultWorkspaceSettings,
        problem =>
          notes.push(
            `The link to ${found.vcs?.identifier} is not taken over: link the new workspaces in HCP Terraform, if they should be. ${problem}`,
          ),
      );
      const rest = vcs ? found : { terraformVersion: found.terraformVersion };
      notes.forEach(note => logger.warn(note));
      logger.info(
        `Takes over ${variables.length} variables${
          vcs ? ` and the link to ${vcs.identifier}` : ''
        }`,
      );
      for (const [name, value] of Object.entries(rest)) {
        ctx.output(name as keyof typeof rest, value as never);
      }
      ctx.output('variables', variables);
    },
  });
}
