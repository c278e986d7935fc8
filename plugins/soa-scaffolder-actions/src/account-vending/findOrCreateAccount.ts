import { ConflictError, InputError } from '@backstage/errors';
import type { AccountCreation } from '@backstage-soa/plugin-soa-node';
import { creationFailure, MAY_BE_THERE } from './creationFailures';
import { isPassing, isUnknownYet } from './organizationsProblem';
import { patiently } from './patiently';
import type { VendingContext } from './VendingContext';

/** An account that is there, and whether this task has had it made. */
export interface FoundAccount {
  id: string;
  isNew: boolean;
}

/**
 * Finds the account with the e-mail address, goes on with a creation under way, or
 * creates it. AWS tells of a creation what the account is called, and not its
 * address: one of the same name is waited for before anything is written.
 *
 * @throws ConflictError or InputError with the reason if AWS does not make it
 */
export async function findOrCreateAccount(
  context: VendingContext,
): Promise<FoundAccount> {
  const { accounts, checkpoint, managementAccountId, signal, wanted } = context;
  for (let attempt = 1; ; attempt += 1) {
    let isFresh = false;
    const { accountId, creationId } = await checkpoint<{
      accountId: string | null;
      creationId: string | null;
    }>({
      key: `account.${managementAccountId}.${wanted.email}.${attempt}`,
      fn: async () => {
        const found = await lookForAccount(context);
        if (found) {
          return { accountId: found, creationId: null };
        }
        isFresh = true;
        const { id } = await create(context);
        return { accountId: null, creationId: id };
      },
    });
    if (accountId) {
      return { id: accountId, isNew: false };
    }
    const creation = await ended(context, creationId!);
    if (creation.state === 'SUCCEEDED') {
      return { id: creation.accountId!, isNew: true };
    }
    // One that an earlier attempt of this task has seen fail is tried again.
    if (isFresh) {
      const isThere = MAY_BE_THERE.includes(creation.failureReason ?? '');
      const other = isThere && (await lookForAccount(context));
      if (other) {
        return { id: other, isNew: false };
      }
      signal?.throwIfAborted();
      throw new InputError(
        `AWS has not made the account ${wanted.name} (${
          wanted.email
        }): ${creationFailure(creation.failureReason)}`,
      );
    }
  }

  async function create({ audited }: VendingContext): Promise<AccountCreation> {
    const { name, email, tags, unit, roleName } = wanted;
    context.logger.info(`Creating the account ${name} (${email})`);
    const { id, state } = await audited(
      'account-create',
      { name, email, organizationalUnit: unit.id },
      () =>
        patiently(
          context,
          { what: 'AWS to take the request for the account', isPassing },
          async () => {
            const creation = await accounts.createAccount(
              { name, email, tags, roleName },
              { signal },
            );
            return { id: creation.id, state: creation.state };
          },
        ),
    );
    return { id, state };
  }
}

/** The id of the account with the address, once nothing of its name is under way. */
export async function lookForAccount(
  context: VendingContext,
): Promise<string | undefined> {
  const { accounts, signal, wanted } = context;
  for (;;) {
    // In this order: what is made in between is found by the second.
    const underWay = (await accounts.listCreations({ signal })).filter(
      ({ name }) => name === wanted.name,
    );
    const found = await accounts.findAccount(wanted.email, { signal });
    if (underWay.length === 0) {
      if (found && found.state !== 'PENDING_ACTIVATION') {
        refuseInactive(found.id, found.state);
      }
      return found?.id;
    }
    context.logger.info(
      `A creation of an account ${wanted.name} is under way: ${underWay[0].id}`,
    );
    await ended(context, underWay[0].id);
  }
}

function ended(
  context: VendingContext,
  creationId: string,
): Promise<AccountCreation> {
  const { accounts, signal, wanted } = context;
  return patiently(
    context,
    {
      what: `AWS to make the account ${wanted.name} (${creationId})`,
      isPassing: error => isPassing(error) || isUnknownYet(error),
    },
    async () => {
      const creation = await accounts.readCreation(creationId, { signal });
      return creation.state === 'SUCCEEDED' || creation.state === 'FAILED'
        ? creation
        : undefined;
    },
  );
}

/** @throws ConflictError for an account in which nothing can be made */
export function refuseInactive(id: string, state: string): void {
  if (state !== 'ACTIVE') {
    const inWords = state.toLocaleLowerCase('en-US').replace(/_/g, ' ');
    throw new ConflictError(
      `name: the account ${id} has this e-mail address, and is ${inWords}: choose another name, as an address is free again only when the account is gone for good`,
    );
  }
}
