import { InputError, NotFoundError } from '@backstage/errors';
import { readInput } from '@backstage-soa/plugin-soa-node';
import { z as zod } from 'zod';
import { accountOutput } from './accountOutput';
import type { ActionOptions } from './ActionOptions';
import { readOnly } from './readOnly';

const MOST_NAMED = 20;
const accountInput = zod.object({ account: zod.string().min(1).max(300) });

/** `get-account`: one account, by its id or its name. */
export function registerGetAccount(options: ActionOptions): void {
  const { actionsRegistry, inventory, readable } = options;
  actionsRegistry.register({
    name: 'get-account',
    title: 'Get an AWS account',
    description: `Looks up one AWS account of the organisation by its 12-digit id or its name: state, owner, environment, OU, and on which runtimes and in which Regions services can run there. It fails where there is no such account or the caller may not read it, and where several have the name: then it names their ids. find-placements says what runs in the account.`,
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          account: z
            .string()
            .describe(
              'Its 12-digit id, as a string with leading zeros, or its whole name; upper and lower case are the same',
            ),
        }),
      output: z => z.object({ account: accountOutput(z) }),
    },
    examples: [
      { title: 'By its id', input: { account: '111122223333' } },
      { title: 'By its name', input: { account: 'runtime-ecs-prod' } },
    ],
    action: async ({ input, credentials }) => {
      const wanted = readInput(accountInput, input).account;
      const name = wanted.toLocaleLowerCase('en-US');
      const { snapshot } = await inventory.read();
      const called = snapshot.accounts.filter(
        account =>
          account.id === wanted ||
          account.name.toLocaleLowerCase('en-US') === name,
      );
      const refs = called.map(({ entityRef }) => entityRef);
      const may = await readable.refs(refs, credentials);
      const mine = called.filter(({ entityRef }) => may.has(entityRef));
      // An id is one account's, even where another one is called by it.
      const account =
        mine.find(({ id }) => id === wanted) ??
        (mine.length === 1 ? mine[0] : undefined);
      if (account) {
        return { output: { account } };
      }
      if (mine.length > 1) {
        const ids = mine.slice(0, MOST_NAMED).map(({ id }) => id);
        throw new InputError(
          `account: ${
            mine.length
          } accounts are called "${wanted}": ask for one by its id, such as ${ids.join(
            ', ',
          )}`,
        );
      }
      throw new NotFoundError(
        `There is no account "${wanted}", or you may not see it`,
      );
    },
  });
}
