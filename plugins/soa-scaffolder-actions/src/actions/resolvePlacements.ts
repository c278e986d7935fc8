import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  PLATFORM_PARAMETERS,
  RUNTIMES,
} from '@backstage-soa/plugin-soa-common';
import type {
  PlacementRefusal,
  PlacementStage,
} from '@backstage-soa/plugin-soa-common';
import type {
  SoaAccountsClient,
  SoaDeliveryClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { accessRefusals } from '../access';
import {
  groupRefInput,
  placementInput,
  serviceNameInput,
  stageInput,
  validateInput,
} from '../inputs';
import { summaryOf } from '../summary';

const input = {
  name: serviceNameInput,
  owner: groupRefInput,
  runtime: (z: typeof zod) => z.enum(RUNTIMES),
  stages: (z: typeof zod) =>
    z
      .array(stageInput(z))
      .min(1)
      .describe(
        'Environments with their Regions, and the account if not the only one, or a root or OU for all accounts in it',
      ),
  deployAccess: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether the placements are to be given deploy access: yes, unless false',
      ),
  needs: (z: typeof zod) =>
    z
      .record(z.enum(PLATFORM_PARAMETERS), z.boolean())
      .optional()
      .describe(
        'What the service reads of its platform because of what was chosen, beside what its runtime always reads: true by the name of each parameter, such as listener-arn',
      ),
  adds: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether they come beside the placements that the component has, and are yet to be declared in its repository',
      ),
};

/** `soa:placements:resolve` */
export function createResolvePlacementsAction(options: {
  accounts: SoaAccountsClient;
  delivery: Pick<SoaDeliveryClient, 'requestAccess'>;
}) {
  return createTemplateAction({
    id: 'soa:placements:resolve',
    description:
      'Finds the placements for a service in some environments and Regions, or says every reason why not',
    supportsDryRun: true,
    examples: [
      {
        description: 'A service on Fargate in two Regions',
        example: `steps:
  - id: placements
    name: Find the placements
    action: soa:placements:resolve
    input:
      name: orders
      owner: group:default/team-shop
      runtime: ecs-fargate
      stages:
        - environment: prod
          regions: [us-east-1, eu-west-1]
`,
      },
      {
        description:
          'A service on Lambda, with a name in the DNS zone of its platform',
        example: `steps:
  - id: placements
    name: Find the placements
    action: soa:placements:resolve
    input:
      name: orders
      owner: group:default/team-shop
      runtime: lambda
      stages:
        - environment: prod
          regions: [us-east-1]
      needs:
        zone-id: true
`,
      },
    ],
    schema: {
      input,
      output: {
        placements: z => z.array(placementInput(z)),
        catalogPlacements: z =>
          z
            .array(z.record(z.string()))
            .describe('The placements as spec.placements has them'),
        needs: z =>
          z
            .array(z.enum(PLATFORM_PARAMETERS))
            .describe(
              'What the service reads of its platform because of what was chosen: for soa:terraform:render',
            ),
        environments: z =>
          z
            .array(
              z.object({
                environment: z.string(),
                regions: z.array(z.string()),
                accounts: z.array(z.string()),
              }),
            )
            .describe('Where each environment runs, for people'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const {
        name,
        owner,
        runtime,
        stages,
        deployAccess = true,
        needs = {},
        adds,
      } = ctx.input;
      const { signal, logger, isDryRun = false } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const needed = PLATFORM_PARAMETERS.filter(parameter => needs[parameter]);
      const {
        placements,
        problems,
        unknowns = [],
      } = await options.accounts.resolvePlacements(
        {
          name,
          owner,
          runtime,
          stages,
          needs: needed,
          ...(adds && { adds }),
        },
        { credentials, signal },
      );
      refuse(
        name,
        problems.map(problem => inWords(problem, stages)),
      );
      if (deployAccess) {
        const refusals = await accessRefusals({
          delivery: options.delivery,
          name,
          owner,
          placements,
          credentials,
          isDryRun,
          logger,
          signal,
        });
        // Workspaces of one account have the same reasons.
        const reasons = refusals.map(({ placement, message }) =>
          placement ? `${placement.environment}: ${message}` : message,
        );
        refuse(name, [...new Set(reasons)]);
      }
      for (const placement of placements) {
        logger.info(
          `${placement.environment}: ${placement.region} in ${placement.accountName} (${placement.account}), workspace ${placement.workspace}`,
        );
      }
      for (const unknown of unknowns) {
        logger.warn(unknown);
      }
      ctx.output('placements', placements);
      ctx.output('needs', needed);
      ctx.output('environments', summaryOf(placements));
      ctx.output(
        'catalogPlacements',
        placements.map(
          ({ environment, account, region, runtime: on, cell, workspace }) => ({
            environment,
            account,
            region,
            runtime: on,
            ...(cell && { cell }),
            workspace,
          }),
        ),
      );
    },
  });
}

/** @throws InputError with every reason */
function refuse(name: string, reasons: readonly string[]): void {
  if (reasons.length > 0) {
    throw new InputError(
      `${name} cannot run where you want it:\n${reasons
        .map(reason => `- ${reason}`)
        .join('\n')}`,
    );
  }
}

/** A reason, with the environment that it is about. */
function inWords(
  { input: at, message }: PlacementRefusal,
  stages: readonly PlacementStage[],
): string {
  const [, index] = /^stages\[(\d+)\]/.exec(at) ?? [];
  const environment = index && stages[Number(index)]?.environment;
  return environment ? `${environment}: ${message}` : message;
}
