import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import { accountsQuery, readAccountsPage } from '../service';
import { accountOutput } from './accountOutput';
import type { ActionOptions } from './ActionOptions';
import { pageInput } from './pageInput';
import { pageOutput } from './pageOutput';
import { readOnly } from './readOnly';

/** `list-accounts`: what `GET /v1/accounts` answers the caller. */
export function registerListAccounts(options: ActionOptions): void {
  const { actionsRegistry } = options;
  actionsRegistry.register({
    name: 'list-accounts',
    title: 'List AWS accounts',
    description: `Lists the AWS accounts of the organisation in the order of their ids: state, owner, environment, OU, and on which runtimes and in which Regions services can run there. Use it to find accounts by what they are for; get-account looks up one by its id or name, and find-placements says what runs in it. It shows what the caller may read in the catalog.`,
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          environment: z
            .string()
            .optional()
            .describe("One of the organisation's own, such as prod"),
          runtime: z
            .enum(RUNTIMES)
            .optional()
            .describe('What services have to be able to run on there'),
          region: z
            .string()
            .optional()
            .describe('A Region in which they have to be able to'),
          organizationalUnit: z
            .string()
            .optional()
            .describe(
              'The id of the OU or root that accounts are directly in, such as ou-ab12-cdefghij',
            ),
          ...pageInput(z),
        }),
      output: z =>
        z.object({ items: z.array(accountOutput(z)), ...pageOutput(z) }),
    },
    examples: [
      {
        title: 'Accounts for production services on Fargate',
        input: { environment: 'prod', runtime: 'ecs-fargate', limit: 50 },
      },
    ],
    action: async ({ input, credentials }) => ({
      output: await readAccountsPage(
        options,
        readInput(accountsQuery, input),
        credentials,
      ),
    }),
  });
}
