import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import { readFileTree, writeFileTree } from '../files';
import {
  componentRefInput,
  groupRefInput,
  placementsInput,
  serviceNameInput,
  validateInput,
} from '../inputs';
import { renderTerraform, runtimeModuleOf } from '../render';

const input = {
  name: serviceNameInput,
  componentRef: componentRefInput,
  owner: groupRefInput,
  placements: placementsInput,
  settings: (z: typeof zod) =>
    z
      .record(z.unknown())
      .optional()
      .describe("Values of the runtime module's variables"),
};

/** What `tfc:workspaces:ensure` sets as working directory. */
const FOLDER = 'infra';

/** `soa:terraform:render` */
export function createRenderTerraformAction(options: {
  modulesDirectory: string;
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
    ],
    schema: { input, output: { path: z => z.string() } },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { placements, settings = {} } = ctx.input;
      const runtimeModule = runtimeModuleOf(placements[0].runtime);
      if (!runtimeModule) {
        throw new InputError(
          `placements: there is no Terraform module for ${placements[0].runtime} yet`,
        );
      }
      const unknown = Object.keys(settings).filter(
        key => !runtimeModule.settings.includes(key),
      );
      if (unknown.length > 0) {
        throw new InputError(
          `settings: the module ${
            runtimeModule.name
          } has no variable ${unknown.join(
            ', ',
          )}; it has ${runtimeModule.settings.join(', ')}`,
        );
      }
      const tree = renderTerraform(
        {
          ...ctx.input,
          settings,
          productionEnvironments: options.productionEnvironments,
        },
        runtimeModule,
        await readFileTree(join(options.modulesDirectory, runtimeModule.name)),
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
