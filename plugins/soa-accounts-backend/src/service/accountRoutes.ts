import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  AccountDetails,
  GuardRails,
} from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readBaseline } from '../baseline';
import { readThrough } from '../inventory';
import type { RouterOptions } from './createRouter';
import { accountParams } from './schemas';

/** An account, and what it is given itself. */
export function accountRoutes(
  options: Pick<
    RouterOptions,
    'store' | 'inventory' | 'readable' | 'guardRails'
  > & { callerOf: (request: Request) => Promise<BackstageCredentials> },
): Router {
  const { store, inventory, readable, guardRails, callerOf } = options;
  const router = PromiseRouter();

  async function accountFor(request: Request) {
    const { id } = readInput(accountParams, request.params);
    const credentials = await callerOf(request);
    const { snapshot } = await inventory.read();
    const account = snapshot.accountById.get(id);
    if (
      !account ||
      !(await readable.refs([account.entityRef], credentials)).has(
        account.entityRef,
      )
    ) {
      throw new NotFoundError(
        `There is no account ${id}, or you may not see it`,
      );
    }
    return { account, snapshot, credentials };
  }

  router.get('/:id', async (request, response) => {
    const { account, snapshot, credentials } = await accountFor(request);
    const baseline = await readBaseline({
      accountId: account.id,
      workspaces: snapshot.workspaceIndex,
      store,
    });
    const { version, guardrails, workspace } = baseline ?? {};
    const may = await readable.refs(
      workspace ? [workspace.entityRef] : [],
      credentials,
    );
    const answer: AccountDetails = {
      ...account,
      ...(version && {
        baseline: {
          version,
          ...(guardrails && { guardrails }),
          ...(workspace && may.has(workspace.entityRef) && { workspace }),
        },
      }),
    };
    response.json(answer);
  });

  router.get('/:id/guard-rails', async (request, response) => {
    const { account, snapshot } = await accountFor(request);
    const source = await store.sourceOfAccount(account.id);
    const answer: GuardRails = await guardRails.read(
      account,
      snapshot.unitsAbove(account),
      readThrough(source ?? ''),
    );
    response.json(answer);
  });
  return router;
}
