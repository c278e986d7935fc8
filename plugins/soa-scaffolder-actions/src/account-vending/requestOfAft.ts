import { ConflictError, InputError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import { isUnanswered } from '../delivery';
import type { FileTree } from '../files';
import { isRefusal } from './isRefusal';
import type { AccountWish } from './AccountWish';
import { aftRequest } from './aftRequest';
import { chooseUnit } from './chooseUnit';
import type { Vended } from './Vended';
import type { AftWay, VendingSettings } from './VendingSettings';

/** Of the task's folder, what is published to the repository of requests. */
const FOLDER = 'account-request';

interface Options {
  wish: AccountWish;
  email: string;
  tags: Readonly<Record<string, string>>;
  settings: VendingSettings;
  way: AftWay;
  requestedBy: string;
  reason: string;
  listUnits: () => Promise<OrganizationalUnit[]>;
  listAccounts: () => Promise<Account[]>;
  write: (tree: FileTree) => Promise<void>;
  logger: Pick<LoggerService, 'info'>;
  isDryRun: boolean;
}

/**
 * Writes down a request for an account, unless it is there. A publish action opens a
 * pull request with it.
 *
 * @throws InputError or ConflictError for an account that cannot be asked for
 */
export async function requestOfAft(options: Options): Promise<Vended> {
  try {
    return await request(options);
  } catch (error) {
    if (!options.isDryRun || !isUnanswered(error) || isRefusal(error)) {
      throw error;
    }
    const { email, wish, logger } = options;
    logger.info(`The account ${wish.name}: unknown. ${error.message}`);
    return {
      accountId: 'unknown',
      email,
      organizationalUnit: wish.organizationalUnit,
      effect: 'unknown',
    };
  }
}

async function request(options: Options): Promise<Vended> {
  const { wish, email, settings, way, logger } = options;
  const unit = chooseUnit(
    wish.organizationalUnit,
    await options.listUnits(),
    settings.organizationalUnits,
  );
  if (!unit.parentId) {
    throw new InputError(
      'organizationalUnit: Control Tower takes no account in the root: choose an organizational unit',
    );
  }
  const vended = { email, organizationalUnit: unit.path };
  const known = (await options.listAccounts()).find(account =>
    isSame(account, wish, email),
  );
  if (known) {
    refuseOther(known, wish);
    logger.info(
      `The account ${wish.name} (${known.id}) is there: nothing to request. What else is filled in here, its request in ${way.repoUrl} says`,
    );
    return { ...vended, accountId: known.id, effect: 'unchanged' };
  }
  const path = `${way.directory}/${wish.name}.tf`;
  await options.write({
    [`${FOLDER}/${path}`]: aftRequest(
      {
        name: wish.name,
        email,
        tags: options.tags,
        unit,
        requestedBy: options.requestedBy,
        reason: options.reason,
      },
      way,
    ),
  });
  logger.info(
    `Wrote the request for the account ${wish.name} (${email}): ${path} of ${way.repoUrl}`,
  );
  return {
    ...vended,
    effect: 'requested',
    request: { repoUrl: way.repoUrl, sourcePath: FOLDER, path },
  };
}

/** The inventory keeps addresses only where it is told to. */
function isSame(
  account: Account,
  { name }: AccountWish,
  email: string,
): boolean {
  return account.email === undefined
    ? account.name === name
    : account.email.toLocaleLowerCase('en-US') === email;
}

function refuseOther(
  account: Account,
  { owner, environment }: AccountWish,
): void {
  if (account.owner !== owner || account.environment !== environment) {
    throw new ConflictError(
      `name: there is an account ${account.name} (${account.id}) already, of ${
        account.owner ?? 'nobody'
      } and for ${
        account.environment ?? 'no environment'
      }: choose another name, or have its tags put right`,
    );
  }
}
