import {
  PLATFORM_PARAMETERS,
  RUNTIMES,
} from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import { placementRequest } from '../service';
import type { ActionOptions } from './ActionOptions';
import { readOnly } from './readOnly';

/** Of an OU, there can be thousands; each is as long as a line. */
const MOST_SHOWN = 200;

/** `resolve-placements`: what `POST /v1/placements/resolve` answers the caller. */
export function registerResolvePlacements(options: ActionOptions): void {
  const { actionsRegistry, resolver } = options;
  actionsRegistry.register({
    name: 'resolve-placements',
    title: 'Work out where a service would run',
    description: `Works out in which accounts and Regions a service would run, and by which workspaces, by the organisation's rules, and changes nothing. Use it before a service is created or extended. The answer has all placements, or every reason why not, each with the input at fault, such as stages[0].regions[1], and what to do about it. Accounts are chosen where none is given: only those that the caller may read. Whoever asks has to be a member of the owning group.`,
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          name: z.string().describe("The service's name, such as orders"),
          namespace: z
            .string()
            .optional()
            .describe('Of its component; default if absent'),
          owner: z
            .string()
            .describe(
              'Entity reference of the owning group, such as group:default/team-shop',
            ),
          runtime: z.enum(RUNTIMES),
          stages: z
            .array(
              z.object({
                environment: z
                  .string()
                  .describe("One of the organisation's own, such as prod"),
                regions: z
                  .array(z.string())
                  .max(50)
                  .describe('AWS Regions, such as us-east-1'),
                account: z
                  .string()
                  .optional()
                  .describe(
                    'A 12-digit account id; the one account that fits if absent',
                  ),
                organizationalUnit: z
                  .string()
                  .optional()
                  .describe(
                    'The id of an OU or root, instead of an account: all accounts that fit in it and below it',
                  ),
              }),
            )
            .max(100)
            .describe('Environments, each with its Regions'),
          needs: z
            .array(z.enum(PLATFORM_PARAMETERS))
            .optional()
            .describe(
              'What the service reads of its platform beside what its runtime always reads',
            ),
          adds: z
            .boolean()
            .optional()
            .describe(
              'Whether these come beside the placements that the service has already',
            ),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many placements there are'),
          placements: z
            .array(
              z.object({
                environment: z.string(),
                account: z.string().describe('Twelve digits'),
                accountName: z.string(),
                region: z.string(),
                runtime: z.enum(RUNTIMES),
                cell: z.string().optional(),
                workspace: z.string().describe('As organization/name'),
                key: z.string().describe('Where it is filed: prod-use1'),
              }),
            )
            .describe(`The first ${MOST_SHOWN}; none if there is a problem`),
          problems: z
            .array(
              z.object({
                input: z.string().describe('The input at fault'),
                message: z
                  .string()
                  .describe('What is wrong and what to do, as one sentence'),
              }),
            )
            .describe(`Why not, the first ${MOST_SHOWN}`),
          unknowns: z
            .array(z.string())
            .optional()
            .describe('What nobody could look at and may be in the way'),
        }),
    },
    examples: [
      {
        title: 'A service on Fargate in two Regions of production',
        input: {
          name: 'orders',
          owner: 'group:default/team-shop',
          runtime: 'ecs-fargate',
          stages: [
            { environment: 'prod', regions: ['us-east-1', 'eu-west-1'] },
          ],
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { placements, problems, unknowns } = await resolver.resolve(
        readInput(placementRequest, input),
        credentials,
      );
      return {
        output: {
          total: placements.length,
          placements: placements.slice(0, MOST_SHOWN),
          problems: problems.slice(0, MOST_SHOWN),
          ...(unknowns && { unknowns: unknowns.slice(0, MOST_SHOWN) }),
        },
      };
    },
  });
}
