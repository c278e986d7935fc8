import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
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
};

/** `soa:placements:resolve` */
export function createResolvePlacementsAction(options: {
  accounts: SoaAccountsClient;
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
    ],
    schema: {
      input,
      output: {
        placements: z => z.array(placementInput(z)),
        catalogPlacements: z =>
          z
            .array(z.record(z.string()))
            .describe('The placements as spec.placements has them'),
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
      const { name, owner, runtime, stages } = ctx.input;
      const { placements, problems } = await options.accounts.resolvePlacements(
        { name, owner, runtime, stages },
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      if (problems.length > 0) {
        throw new InputError(
          `${name} cannot run where you want it:\n${problems
            .map(problem => `- ${problem.input}: ${problem.message}`)
            .join('\n')}`,
        );
      }
      for (const placement of placements) {
        ctx.logger.info(
          `${placement.environment}: ${placement.region} in ${placement.accountName} (${placement.account}), workspace ${placement.workspace}`,
        );
      }
      ctx.output('placements', placements);
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
