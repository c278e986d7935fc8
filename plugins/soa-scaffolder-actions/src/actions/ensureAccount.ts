import type {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { allPages } from '@backstage-soa/plugin-soa-common';
import type {
  AccountTagNames,
  OrganizationAccountsService,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import {
  accountEmail,
  checkWish,
  requestOfAft,
  vendThroughOrganizations,
  wantedTags,
} from '../account-vending';
import type {
  AccountWish,
  VendingPolicy,
  VendingSettings,
} from '../account-vending';
import { writeFileTree } from '../files';
import {
  accountInputs,
  durationInput,
  durationMs,
  validateInput,
} from '../inputs';
import { systemRunClock } from '../runs';
import type { RunClock } from '../runs';
import { auditedWrite } from './auditedWrite';
import type { ActionAuditor } from './auditedWrite';
import { ensureAccountExamples } from './ensureAccount.examples';

const MAX_WAIT = { minutes: 15 };

const input = {
  ...accountInputs,
  reason: (z: typeof zod) =>
    z.string().max(200).optional().describe('What the account is for'),
  maxWait: (z: typeof zod) =>
    durationInput(z)
      .optional()
      .describe('How long to wait for AWS; 15 minutes if absent'),
};

/** What `aws:account:ensure` needs. */
export interface EnsureAccountOptions {
  /** Accounts are made by nobody here if `undefined`. */
  vending: VendingSettings | undefined;
  policy: VendingPolicy;
  tagNames: AccountTagNames;
  accounts: Pick<SoaAccountsClient, 'listAccounts' | 'listOrganizationalUnits'>;
  organizationAccounts: OrganizationAccountsService;
  auditor: ActionAuditor;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  clock?: RunClock;
}

/** `aws:account:ensure` */
export function createEnsureAccountAction(options: EnsureAccountOptions) {
  const { vending, tagNames, accounts, clock = systemRunClock } = options;
  return createTemplateAction({
    id: 'aws:account:ensure',
    description:
      'Makes sure of an AWS account in its organizational unit, with the tags by which the inventory knows it; or writes the request for one',
    supportsDryRun: true,
    examples: ensureAccountExamples,
    schema: {
      input,
      output: {
        accountId: z => z.string().optional(),
        name: z => z.string(),
        email: z => z.string(),
        organizationalUnit: z => z.string().describe('The path of its names'),
        effect: z =>
          z.enum(['created', 'changed', 'unchanged', 'requested', 'unknown']),
        request: z =>
          z
            .object({
              repoUrl: z.string(),
              sourcePath: z.string(),
              path: z.string(),
            })
            .optional()
            .describe('What a publish action is to open a pull request with'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      if (!vending) {
        throw new InputError(
          'Accounts are not made from this portal: soa.accountVending does not say how. Ask the platform team for the account.',
        );
      }
      const {
        maxWait = MAX_WAIT,
        reason,
        runtimes = [],
        regions = [],
      } = ctx.input;
      const wish: AccountWish = { ...ctx.input, runtimes, regions };
      const { logger, signal, isDryRun = false } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      await checkWish(wish, { ...options, settings: vending, credentials });
      const email = accountEmail(vending.email, wish);
      const common = {
        wish,
        email,
        tags: wantedTags(wish, tagNames, vending.tags),
        settings: vending,
        listUnits: () =>
          accounts.listOrganizationalUnits({ credentials, signal }),
      };
      const { way } = vending;
      const vended =
        way.kind === 'aft'
          ? await requestOfAft({
              ...common,
              way,
              requestedBy: ctx.user?.ref ?? 'unknown',
              reason: reason ?? `Asked for in the portal, task ${ctx.task.id}`,
              listAccounts: () =>
                allPages(cursor =>
                  accounts.listAccounts(
                    { cursor, limit: 500 },
                    { credentials, signal },
                  ),
                ),
              write: tree => writeFileTree(ctx.workspacePath, tree),
              isDryRun,
              logger,
            })
          : await vendThroughOrganizations({
              ...common,
              way,
              isDryRun,
              context: {
                accounts: options.organizationAccounts.managedBy(
                  way.managementAccountId,
                ),
                tagNames,
                clock,
                deadline:
                  // A dry run waits for nothing.
                  clock.now() + (isDryRun ? 0 : durationMs(maxWait)),
                logger,
                signal,
                checkpoint: checkpoint => ctx.checkpoint(checkpoint),
                audited: (eventId, meta, write) =>
                  auditedWrite(
                    options.auditor,
                    {
                      eventId,
                      user: ctx.user?.ref,
                      taskId: ctx.task.id,
                      meta,
                    },
                    write,
                  ),
              },
            });
      ctx.output('accountId', vended.accountId);
      ctx.output('name', wish.name);
      ctx.output('email', vended.email);
      ctx.output('organizationalUnit', vended.organizationalUnit);
      ctx.output('effect', vended.effect);
      ctx.output('request', vended.request);
    },
  });
}
