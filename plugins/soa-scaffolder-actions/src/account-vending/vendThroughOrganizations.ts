import { InputError } from '@backstage/errors';
import type { OrganizationalUnit } from '@backstage-soa/plugin-soa-common';
import type { AccountWish } from './AccountWish';
import { chooseUnit, isTarget } from './chooseUnit';
import { findOrCreateAccount } from './findOrCreateAccount';
import { isRefusal } from './isRefusal';
import { organizationsProblem } from './organizationsProblem';
import { previewAccount } from './previewAccount';
import { changesOf, settleAccount } from './settleAccount';
import type { Vended } from './Vended';
import type { VendingContext } from './VendingContext';
import type { OrganizationsWay, VendingSettings } from './VendingSettings';

interface Options {
  wish: AccountWish;
  email: string;
  tags: Readonly<Record<string, string>>;
  settings: VendingSettings;
  way: OrganizationsWay;
  /** As the inventory knows them, those of other organisations too. */
  listUnits: () => Promise<OrganizationalUnit[]>;
  context: Omit<VendingContext, 'wanted' | 'managementAccountId'>;
  isDryRun: boolean;
}

/**
 * Makes sure of an account through AWS Organizations.
 *
 * @throws what AWS refuses, with what to do; in a dry run, what cannot be read is
 * unknown instead
 */
export async function vendThroughOrganizations(
  options: Options,
): Promise<Vended> {
  const { email, isDryRun, wish, way } = options;
  try {
    return await vend(options);
  } catch (error) {
    options.context.signal?.throwIfAborted();
    if (isDryRun && !isRefusal(error)) {
      options.context.logger.info(
        `The account ${wish.name}: unknown. ${(error as Error).message}`,
      );
      return {
        accountId: 'unknown',
        email,
        organizationalUnit: wish.organizationalUnit,
        effect: 'unknown',
      };
    }
    throw organizationsProblem(error, way.managementAccountId);
  }
}

async function vend(options: Options): Promise<Vended> {
  const { wish, email, tags, settings, way, isDryRun } = options;
  const { accounts, logger, signal } = options.context;
  const organization = await accounts.describeOrganization({ signal });
  if (organization.managementAccountId !== way.managementAccountId) {
    throw new InputError(
      `soa.accountVending.managementAccountId is ${way.managementAccountId}, and the organisation is managed by ${organization.managementAccountId}: name that account, which alone can make accounts`,
    );
  }
  const units = (await options.listUnits()).filter(
    ({ organizationId }) => organizationId === organization.id,
  );
  if (units.length === 0) {
    throw new InputError(
      `organizationalUnit: the portal has not read the organisation ${organization.id} yet, or you may not see it: run this again in some minutes`,
    );
  }
  const unit = chooseUnit(
    wish.organizationalUnit,
    units,
    settings.organizationalUnits,
  );
  const context: VendingContext = {
    ...options.context,
    managementAccountId: way.managementAccountId,
    wanted: {
      name: wish.name,
      email,
      tags,
      unit,
      // AWS makes accounts in the root.
      mayLeave: units
        .filter(
          one => !one.parentId || isTarget(one, settings.organizationalUnits),
        )
        .map(({ id }) => id),
      roleName: way.roleName,
    },
  };
  const vended = { email, organizationalUnit: unit.path };
  if (isDryRun) {
    return { ...vended, ...(await previewAccount(context)) };
  }
  const found = await findOrCreateAccount(context);
  const changes = await changesOf(context, found);
  await settleAccount(context, found.id, changes);
  const isChanged = changes.move || Object.keys(changes.tags).length > 0;
  if (!found.isNew && !isChanged) {
    logger.info(
      `The account ${wish.name} (${found.id}) is there, in ${unit.path}: nothing to change`,
    );
  }
  const effect = isChanged ? 'changed' : 'unchanged';
  return {
    ...vended,
    accountId: found.id,
    effect: found.isNew ? 'created' : effect,
  };
}
