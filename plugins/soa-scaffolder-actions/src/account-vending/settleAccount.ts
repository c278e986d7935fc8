import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { FoundAccount } from './findOrCreateAccount';
import { refuseInactive } from './findOrCreateAccount';
import { isPassing, isUnknownYet } from './organizationsProblem';
import { patiently } from './patiently';
import { tagChanges } from './tagChanges';
import type { VendingContext } from './VendingContext';

/** What an account lacks of what it shall be. */
export interface AccountChanges {
  /** From where to where; absent if it is there. */
  move?: { from: string; to: string };
  tags: Record<string, string>;
}

/**
 * What is to be changed of an account that is there.
 *
 * @throws ConflictError if it is somebody else's, or may not be moved
 */
export async function changesOf(
  context: VendingContext,
  { id, isNew }: FoundAccount,
): Promise<AccountChanges> {
  const { accounts, signal, tagNames, wanted } = context;
  const known = await patiently(
    context,
    {
      what: `AWS Organizations to know the account ${id}`,
      // Only of a new one: another that is not there is none.
      isPassing: error => isPassing(error) || (isNew && isUnknownYet(error)),
    },
    async () => {
      const account = await accounts.readAccount(id, { signal });
      if (!account || account.state === 'PENDING_ACTIVATION') {
        return undefined;
      }
      refuseInactive(id, account.state);
      return {
        account,
        parent: await accounts.readParent(id, { signal }),
        tags: await accounts.readTags(id, { signal }),
      };
    },
  );
  // First of all whose it is.
  const tags = tagChanges(wanted.tags, known.tags, tagNames, {
    account: id,
    isNew,
  });
  if (known.account.name !== wanted.name) {
    context.logger.warn(
      `The account ${id} is called ${known.account.name}, and stays so`,
    );
  }
  const { parent: from } = known;
  const to = wanted.unit.id;
  if (from === to) {
    return { tags };
  }
  if (!wanted.mayLeave.includes(from)) {
    throw new ConflictError(
      `organizationalUnit: the account ${id} is in ${from}, which soa.accountVending.organizationalUnits does not name, and is not taken out of it: choose that organizational unit, or have somebody move the account`,
    );
  }
  return { move: { from, to }, tags };
}

/** Moves an account and gives it tags, as far as it has to be. */
export async function settleAccount(
  context: VendingContext,
  id: string,
  { move, tags }: AccountChanges,
): Promise<void> {
  const { accounts, audited, checkpoint, logger, signal, wanted } = context;
  if (move) {
    await checkpoint({
      key: `account.${id}.move.${move.from}.${move.to}`,
      fn: () =>
        audited('account-move', { accountId: id, ...move }, () =>
          patiently(
            context,
            { what: `AWS to move the account ${id}`, isPassing },
            async () => {
              await accounts.moveAccount(
                { accountId: id, ...move },
                { signal },
              );
              return {};
            },
          ).catch(error => unlessMoved(error, move.to)),
        ),
    });
    logger.info(`Moved the account ${id} to ${wanted.unit.path}`);
  }
  if (Object.keys(tags).length > 0) {
    await checkpoint({
      key: `account.${id}.tags.${fingerprint(tags)}`,
      fn: () =>
        audited(
          'account-tag',
          { accountId: id, tags: describeTags(tags) },
          () =>
            patiently(
              context,
              { what: `AWS to tag the account ${id}`, isPassing },
              async () => {
                await accounts.tagAccount(id, tags, { signal });
                return {};
              },
            ),
        ),
    });
    logger.info(`Tagged the account ${id}: ${describeTags(tags)}`);
  }

  /** An answer can be lost after the write, and another task can be first. */
  async function unlessMoved(error: unknown, to: string) {
    signal?.throwIfAborted();
    if ((await accounts.readParent(id, { signal })) === to) {
      return {};
    }
    throw error;
  }
}

/** Tags in one line. */
export function describeTags(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

function fingerprint(tags: Readonly<Record<string, string>>): string {
  return createHash('sha256')
    .update(JSON.stringify(tags))
    .digest('hex')
    .slice(0, 16);
}
