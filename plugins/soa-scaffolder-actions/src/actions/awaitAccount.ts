import { ServiceUnavailableError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { allPages } from '@backstage-soa/plugin-soa-common';
import type { Account } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { isUnanswered } from '../delivery';
import {
  accountIdInput,
  durationInput,
  durationMs,
  validateInput,
} from '../inputs';
import { systemRunClock } from '../runs';
import type { RunClock } from '../runs';

const PAUSE_MS = 5_000;
// The inventory reads the organisation every ten minutes, and the catalog after it.
const MAX_WAIT_MS = 25 * 60_000;

const input = {
  accountId: accountIdInput,
  environment: (z: typeof zod) =>
    z
      .string()
      .min(1)
      .describe('What the account has to be for, as its tag says'),
  maxWait: (z: typeof zod) =>
    durationInput(z)
      .optional()
      .describe('How long to wait; 25 minutes if absent'),
};

/** `soa:account:await` */
export function createAwaitAccountAction(options: {
  accounts: Pick<SoaAccountsClient, 'listAccounts'>;
  clock?: RunClock;
}) {
  const { accounts, clock = systemRunClock } = options;
  return createTemplateAction({
    id: 'soa:account:await',
    description:
      'Waits until the inventory and the catalog know an account, so that placements can be found for it',
    supportsDryRun: true,
    examples: [
      {
        description: 'An account that was just made',
        example: `steps:
  - id: known
    name: Wait until the account is known
    action: soa:account:await
    input:
      accountId: '111122223333'
      environment: prod
      maxWait: { minutes: 15 }
`,
      },
    ],
    schema: {
      input,
      output: {
        entityRef: z => z.string().optional(),
        name: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { accountId, environment, maxWait } = ctx.input;
      const { logger, signal } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const look = async () => {
        const all = await allPages(cursor =>
          accounts.listAccounts(
            { cursor, limit: 500 },
            { credentials, signal },
          ),
        );
        return all.find(({ id }) => id === accountId);
      };
      const end = clock.now() + (maxWait ? durationMs(maxWait) : MAX_WAIT_MS);
      let told: string | undefined;
      for (;;) {
        signal?.throwIfAborted();
        const { account, lack } = await answerOf(look, environment);
        if (!lack) {
          logger.info(`The account ${account!.name} (${accountId}) is known`);
          ctx.output('entityRef', account!.entityRef);
          ctx.output('name', account!.name);
          return;
        }
        if (ctx.isDryRun) {
          logger.info(`Would wait for the account ${accountId}: ${lack}`);
          return;
        }
        if (clock.now() >= end) {
          throw new ServiceUnavailableError(
            `accountId: waited in vain for the account ${accountId}: ${lack}. Run this again with the same input. If it stays so, look for the account in the log of soa-accounts, and in the catalog.`,
          );
        }
        if (told !== lack) {
          told = lack;
          logger.info(`Waiting for the account ${accountId}: ${lack}`);
        }
        await clock.pause(PAUSE_MS, signal);
      }
    },
  });
}

/** The account, and what is not yet as it has to be. */
async function answerOf(
  look: () => Promise<Account | undefined>,
  environment: string,
): Promise<{ account?: Account; lack?: string }> {
  let account: Account | undefined;
  try {
    account = await look();
  } catch (error) {
    if (!isUnanswered(error)) {
      throw error;
    }
    return { lack: `soa-accounts gives no answer (${error.message})` };
  }
  if (!account) {
    return { lack: 'the portal has not read it yet, or you may not see it' };
  }
  if (account.state !== 'ACTIVE') {
    return { account, lack: `its state is ${account.state}` };
  }
  return account.environment === environment
    ? { account }
    : {
        account,
        lack: `it is for ${
          account.environment ?? 'no environment'
        } so far, as the portal has read it`,
      };
}
