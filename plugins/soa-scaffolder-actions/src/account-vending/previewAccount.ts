import { changesOf, describeTags } from './settleAccount';
import { refuseInactive } from './findOrCreateAccount';
import type { Vended } from './Vended';
import type { VendingContext } from './VendingContext';

/**
 * Says what making sure of an account would do, and writes nothing.
 *
 * @throws ConflictError if it would be refused
 */
export async function previewAccount(
  context: VendingContext,
): Promise<Pick<Vended, 'accountId' | 'effect'>> {
  const { accounts, logger, signal, wanted } = context;
  const { name, email, unit } = wanted;
  const underWay = (await accounts.listCreations({ signal })).find(
    creation => creation.name === name,
  );
  const found = await accounts.findAccount(email, { signal });
  if (underWay) {
    logger.info(
      `Would go on with the creation of an account ${name} that is under way: ${underWay.id}`,
    );
  }
  if (!found || found.state === 'PENDING_ACTIVATION') {
    if (!underWay) {
      logger.info(
        `Would create the account ${name} (${email}) in ${
          unit.path
        }, with the tags ${describeTags(wanted.tags)}`,
      );
    }
    return { accountId: 'unknown', effect: 'unknown' };
  }
  const { id } = found;
  refuseInactive(id, found.state);
  const { move, tags } = await changesOf(context, { id, isNew: false });
  if (move) {
    logger.info(`Would move the account ${id} to ${unit.path}`);
  }
  if (Object.keys(tags).length > 0) {
    logger.info(`Would tag the account ${id}: ${describeTags(tags)}`);
  }
  if (!move && Object.keys(tags).length === 0) {
    logger.info(
      `The account ${name} (${id}) is there, in ${unit.path}: nothing to change`,
    );
  }
  return {
    accountId: id,
    effect: move || Object.keys(tags).length > 0 ? 'changed' : 'unchanged',
  };
}
