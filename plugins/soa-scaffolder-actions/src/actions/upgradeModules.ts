import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import {
  branchName,
  changeOutputs,
  inMarkdown,
  writeChanges,
} from '../changes';
import { componentRefInput, validateInput } from '../inputs';
import type { ModuleSource } from '../render';
import { openService } from '../service';
import type { ServiceOptions } from '../service';
import type { TerraformModules } from '../terraform-modules';
import { moduleIn, upgradeModule } from '../upgrade';

const input = {
  componentRef: componentRefInput,
  module: (z: typeof zod) =>
    z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .optional()
      .describe('The module; the one that infra/main.tf takes if absent'),
  overwrite: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe('Whether what people have changed by hand may be lost'),
};

/** `soa:modules:upgrade` */
export function createUpgradeModulesAction(
  options: ServiceOptions & {
    modules: TerraformModules;
    /** Where a module is taken from; it is vendored if `undefined`. */
    moduleSource: (module: string) => ModuleSource | undefined;
    productionEnvironments: readonly string[];
  },
) {
  return createTemplateAction({
    id: 'soa:modules:upgrade',
    description:
      "Writes a service's Terraform into the task's folder as it is with the module that the portal has now",
    supportsDryRun: true,
    examples: [
      {
        description: 'The module that the service was made with, as it is now',
        example: `steps:
  - id: change
    name: Take the module of now
    action: soa:modules:upgrade
    input:
      componentRef: component:default/orders
`,
      },
    ],
    schema: { input, output: changeOutputs },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, overwrite = false } = ctx.input;
      const { logger, signal, isDryRun } = ctx;
      const service = await openService({
        ...options,
        componentRef,
        isChange: true,
        isDryRun,
        credentials: await ctx.getInitiatorCredentials(),
        logger,
        signal,
      });
      ctx.output('branchName', branchName('upgrade-modules', []));
      ctx.output('hasChanges', false);
      ctx.output('isInPlace', false);
      if (!service.files) {
        ctx.output('summary', 'What would be changed is unknown.');
        return;
      }
      const module = await options.modules.get(
        ctx.input.module ??
          moduleIn(
            service.files.get('infra/main.tf'),
            options.moduleSource,
            await options.modules.names(),
          ),
      );
      const { changes, lines } = upgradeModule(service, module, {
        overwrites: overwrite,
        source: options.moduleSource(module.name),
        productionEnvironments: options.productionEnvironments,
      });
      ctx.output(
        'filesToDelete',
        await writeChanges(ctx.workspacePath, changes),
      );
      const told =
        changes.length > 0
          ? lines
          : [
              `The repository has the module ${module.name} as the portal has it now: nothing to change`,
              ...lines,
            ];
      told.forEach(line => logger.info(line));
      ctx.output('hasChanges', changes.length > 0);
      ctx.output('isInPlace', changes.length === 0);
      ctx.output('summary', inMarkdown(told));
    },
  });
}
