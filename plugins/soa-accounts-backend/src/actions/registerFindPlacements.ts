import { PLACEMENT_STATES, RUNTIMES } from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import { placementsQuery, readPlacementsPage } from '../service';
import type { ActionOptions } from './ActionOptions';
import { pageInput } from './pageInput';
import { pageOutput } from './pageOutput';
import { placementOutput } from './placementOutput';
import { readOnly } from './readOnly';

/** `find-placements`: what `GET /v1/placements` answers the caller. */
export function registerFindPlacements(options: ActionOptions): void {
  const { actionsRegistry, placements } = options;
  actionsRegistry.register({
    name: 'find-placements',
    title: 'Find where services run',
    description: `Finds where services run in the AWS organisation, and what runs where. A placement says: this service runs in this environment, in this AWS account, in this Region, on this runtime, made by this HCP Terraform workspace. Use it for questions such as "where does orders run", "what runs in account 111122223333", "what would be lost if eu-west-1 failed", or "what has drifted". Filters are combined with and; without any, it lists all. It shows what the caller may read in the catalog, so that an empty answer can also mean that there is something the caller may not see.`,
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          component: z
            .string()
            .optional()
            .describe(
              'A service: its name, such as orders, or its entity reference, such as component:default/orders',
            ),
          account: z
            .string()
            .optional()
            .describe(
              'The 12-digit id of an AWS account; get-account finds it by its name',
            ),
          environment: z
            .string()
            .optional()
            .describe("One of the organisation's own, such as prod"),
          region: z
            .string()
            .optional()
            .describe('An AWS Region, such as us-east-1, or global'),
          runtime: z.enum(RUNTIMES).optional(),
          state: z
            .enum(PLACEMENT_STATES)
            .optional()
            .describe('Whether what is declared and what is there agree'),
          ...pageInput(z),
        }),
      output: z =>
        z.object({ items: z.array(placementOutput(z)), ...pageOutput(z) }),
    },
    examples: [
      {
        title: 'What runs in production in Ireland',
        input: { environment: 'prod', region: 'eu-west-1', limit: 50 },
      },
    ],
    action: async ({ input, credentials }) => ({
      output: await readPlacementsPage(
        placements,
        readInput(placementsQuery, input),
        credentials,
      ),
    }),
  });
}
