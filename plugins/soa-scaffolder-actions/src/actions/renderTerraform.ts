import { InputError } from '@backstage/errors';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PLATFORM_PARAMETERS } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { checksInput, failedChecks } from '../checks';
import { writeFileTree } from '../files';
import {
  componentRefInput,
  consumesInput,
  groupRefInput,
  placementsInput,
  serviceNameInput,
  validateInput,
} from '../inputs';
import { renderTerraform, settingsOf } from '../render';
import type { ModuleSource } from '../render';
import type { TerraformModule, TerraformModules } from '../terraform-modules';

const settingsInput = (z: typeof zod) => z.record(z.unknown());

const input = {
  name: serviceNameInput,
  componentRef: componentRefInput,
  owner: groupRefInput,
  placements: placementsInput,
  module: (z: typeof zod) =>
    z
      .string()
      .optional()
      .describe(
        "The Terraform module; the one of the runtime's name if absent",
      ),
  settings: (z: typeof zod) =>
    settingsInput(z).optional().describe("Values of the module's variables"),
  environmentSettings: (z: typeof zod) =>
    z
      .record(settingsInput(z))
      .optional()
      .describe('Values for one environment instead, by environment'),
  consumes: consumesInput,
  needs: (z: typeof zod) =>
    z
      .array(z.enum(PLATFORM_PARAMETERS))
      .optional()
      .describe(
        'What soa:placements:resolve has put out of the same name: kept in the repository, for placements that are added',
      ),
  checks: checksInput,
};

/** What `tfc:workspaces:ensure` sets as working directory. */
const FOLDER = 'infra';

const PUBLIC_HOST = 'app.terraform.io';

/** `soa:terraform:render` */
export function createRenderTerraformAction(options: {
  hcpTerraform: HcpTerraform;
  modules: TerraformModules;
  /** Where a module is taken from; it is vendored if `undefined`. */
  moduleSource: (module: string) => ModuleSource | undefined;
  /** The policy that bounds roles, as path and name; none if `undefined`. */
  permissionsBoundary: string | undefined;
  productionEnvironments: readonly string[];
}) {
  return createTemplateAction({
    id: 'soa:terraform:render',
    description:
      "Writes the Terraform of a service's placements into the task's folder",
    supportsDryRun: true,
    examples: [
      {
        description: 'The Terraform of a service on Fargate',
        example: `steps:
  - id: terraform
    name: Write the Terraform
    action: soa:terraform:render
    input:
      name: orders
      componentRef: component:default/orders
      owner: group:default/team-shop
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: us-east-1
          runtime: ecs-fargate
          key: prod-use1
          workspace: acme/orders-prod-use1
      settings:
        image: 111122223333.dkr.ecr.us-east-1.amazonaws.com/orders:1
`,
      },
      {
        description: "The Terraform of an account's baseline",
        example: `steps:
  - id: terraform
    name: Write the Terraform
    action: soa:terraform:render
    input:
      name: account-baseline
      componentRef: component:default/account-baseline
      owner: group:default/team-platform
      module: account-baseline
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: global
          runtime: platform
          key: '111122223333'
          workspace: acme/account-baseline-111122223333
`,
      },
    ],
    schema: { input, output: { path: z => z.string() } },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { placements, settings = {}, environmentSettings } = ctx.input;
      const [{ runtime, workspace }] = placements;
      if (runtime === 'platform' && !ctx.input.module) {
        throw new InputError(
          'module: name the Terraform module, as a platform has none of its own',
        );
      }
      const module = await options.modules.get(ctx.input.module ?? runtime);
      refuseUnknown('settings', settings, module);
      for (const [environment, its] of Object.entries(
        environmentSettings ?? {},
      )) {
        refuseUnknown(`environmentSettings.${environment}`, its, module);
      }
      const failed = failedChecks(
        ctx.input.checks ?? [],
        placements,
        options.productionEnvironments,
      );
      if (failed.length > 0) {
        throw new InputError(failed.join(' '));
      }
      const tree = renderTerraform(
        {
          ...ctx.input,
          settings,
          productionEnvironments: options.productionEnvironments,
          permissionsBoundary: options.permissionsBoundary,
          hostname: hostOf(options.hcpTerraform, workspace),
        },
        module,
        options.moduleSource(module.name),
      );
      await writeFileTree(
        resolveSafeChildPath(ctx.workspacePath, FOLDER),
        tree,
      );
      ctx.logger.info(
        `Wrote ${Object.keys(tree).length} files for ${
          placements.length
        } placements to ${FOLDER}/`,
      );
      ctx.output('path', FOLDER);
    },
  });
}

function refuseUnknown(
  field: string,
  settings: object,
  { name, variables }: TerraformModule,
): void {
  const known = settingsOf(variables);
  const unknown = Object.keys(settings).filter(key => !known.includes(key));
  if (unknown.length > 0) {
    throw new InputError(
      `${field}: the module ${name} has no variable ${unknown.join(
        ', ',
      )}; it has ${known.join(', ')}`,
    );
  }
}

/**
 * The host whose runs the accounts trust, where it is not the public one. AWS trusts
 * none without a domain: an emulator on this machine stands for the public one.
 */
function hostOf(
  hcpTerraform: HcpTerraform,
  workspace: string,
): string | undefined {
  const [organization, name] = workspace.split('/');
  const { hostname } = new URL(
    hcpTerraform.client(organization).workspaceUrl(name),
  );
  const hasDomain = /\.[a-z]/i.test(hostname);
  return hasDomain && hostname !== PUBLIC_HOST ? hostname : undefined;
}
