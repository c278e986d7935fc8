import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import { checkPlacements } from '@backstage-soa/plugin-soa-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { addPlacements, settingsInput, settingsOf } from '../additions';
import {
  branchName,
  changed,
  changeOutputs,
  inMarkdown,
  writeChanges,
} from '../changes';
import {
  componentRefInput,
  consumesInput,
  placementInput,
  placementsInput,
  planInput,
  validateInput,
} from '../inputs';
import { openService } from '../service';
import type { PlacementFile, ServiceOptions } from '../service';

const input = {
  componentRef: componentRefInput,
  placements: placementsInput,
  from: (z: typeof zod) =>
    z
      .string()
      .min(1)
      .optional()
      .describe(
        'Whose settings the new placements get: an environment, or the key of a placement; those of a placement in the same environment if absent',
      ),
  settings: settingsInput,
  consumes: consumesInput,
};

/** `soa:placements:add` */
export function createAddPlacementsAction(
  options: ServiceOptions & {
    accounts: SoaAccountsClient;
    /** The policy that bounds roles, as path and name; none if `undefined`. */
    permissionsBoundary: string | undefined;
    productionEnvironments: readonly string[];
  },
) {
  return createTemplateAction({
    id: 'soa:placements:add',
    description:
      "Writes what a service's repository needs for more placements into the task's folder: their files, and spec.placements",
    supportsDryRun: true,
    examples: [
      {
        description: 'A service in one more Region',
        example: `steps:
  - id: change
    name: Add the placements
    action: soa:placements:add
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
      {
        description: 'A service in another environment, with fewer tasks',
        example: `steps:
  - id: change
    name: Add the placements
    action: soa:placements:add
    input:
      componentRef: component:default/orders
      from: prod
      settings:
        - setting: desired_count
          value: '1'
      placements:
        - environment: dev
          account: '444455556666'
          accountName: runtime-ecs-dev
          region: us-east-1
          runtime: ecs-fargate
          key: dev-use1
          workspace: acme/orders-dev-use1
`,
      },
    ],
    schema: {
      input,
      output: {
        ...changeOutputs,
        placements: z =>
          z
            .array(placementInput(z))
            .optional()
            .describe('What to roll out: those that change'),
        plan: planInput,
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, placements, from, settings, consumes } = ctx.input;
      const { logger, signal, isDryRun } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const service = await openService({
        ...options,
        componentRef,
        isChange: true,
        isDryRun,
        credentials,
        logger,
        signal,
      });
      await checkPlacements({
        accounts: options.accounts,
        service: { name: service.name, owner: service.owner },
        placements,
        adds: true,
        credentials,
        signal,
      });
      ctx.output(
        'branchName',
        branchName('add-placements', placements.map(({ key }) => key).sort()),
      );
      if (!service.files) {
        ctx.output('hasChanges', false);
        ctx.output('isInPlace', false);
        ctx.output('summary', 'What would be changed is unknown.');
        return;
      }
      const addition = addPlacements(service, {
        placements,
        from,
        settings: settingsOf(settings, service.files.get('infra/main.tf')),
        consumes,
        productionEnvironments: options.productionEnvironments,
        permissionsBoundary: options.permissionsBoundary,
        hostname: hostnameOf(service.placements),
      });
      const changes = changed(addition.changes);
      await writeChanges(ctx.workspacePath, changes);
      const lines = summaryOf(changes, addition, placements);
      lines.forEach(line => logger.info(line));
      ctx.output('hasChanges', changes.length > 0);
      ctx.output('isInPlace', changes.length === 0);
      ctx.output('summary', inMarkdown(lines));
      ctx.output('placements', addition.placements);
      ctx.output('plan', addition.plan);
    },
  });
}

/** The host that runs a service runs all of it. */
function hostnameOf(files: readonly PlacementFile[]): string | undefined {
  const [{ text }] = files;
  const { hostname } = JSON.parse(text) as { hostname?: unknown };
  return typeof hostname === 'string' ? hostname : undefined;
}

function summaryOf(
  changes: ReturnType<typeof changed>,
  { notes }: { notes: readonly string[] },
  placements: readonly ResolvedPlacement[],
): string[] {
  if (changes.length === 0) {
    return [
      `The repository has ${placements
        .map(({ key }) => key)
        .join(', ')} already: nothing to change in it`,
    ];
  }
  return [
    ...changes.map(({ path, before }) =>
      before === undefined ? `Adds ${path}` : `Changes ${path}`,
    ),
    ...notes,
  ];
}
