import type {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { soaAccountCreatePermission } from '@backstage-soa/plugin-soa-common';
import type { AccountWish } from './AccountWish';
import type { VendingSettings } from './VendingSettings';

/** What the organisation allows. */
export interface VendingPolicy {
  environments: readonly string[];
  /** Any if empty. */
  regions: readonly string[];
  /** The groups of `soa.platform.owners`. */
  platformOwners: readonly string[];
}

/**
 * Makes sure that the initiator may have this account made: the input of a
 * template can be sent past its form.
 *
 * @throws NotAllowedError, or InputError that names the input at fault
 */
export async function checkWish(
  wish: AccountWish,
  options: {
    settings: VendingSettings;
    policy: VendingPolicy;
    permissions: PermissionsService;
    userInfo: UserInfoService;
    credentials: BackstageCredentials;
  },
): Promise<void> {
  const { settings, policy, permissions, credentials } = options;
  const [{ result }] = await permissions.authorize(
    [{ permission: soaAccountCreatePermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not have accounts made: ask for the permission ${soaAccountCreatePermission.name}`,
    );
  }
  const { owner, environment, regions } = wish;
  if (settings.owners && !includes(settings.owners, owner)) {
    throw new NotAllowedError(
      `owner: ${owner} may not own accounts: choose one of ${settings.owners.join(
        ', ',
      )}, or ask for it in soa.accountVending.owners`,
    );
  }
  const { ownershipEntityRefs } = await options.userInfo.getUserInfo(
    credentials,
  );
  const speaksFor = [owner, ...policy.platformOwners];
  if (!speaksFor.some(group => includes(ownershipEntityRefs, group))) {
    throw new NotAllowedError(
      `owner: you are a member neither of ${owner} nor of a group of soa.platform.owners: choose a group that you belong to`,
    );
  }
  refuseOthers('environment', [environment], policy.environments);
  refuseOthers('regions', regions, policy.regions);
}

function includes(refs: readonly string[], ref: string): boolean {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return refs.some(one => lower(one) === lower(ref));
}

function refuseOthers(
  input: string,
  values: readonly string[],
  known: readonly string[],
): void {
  const other = values.find(value => !known.includes(value));
  if (other !== undefined && known.length > 0) {
    throw new InputError(
      `${input}: "${other}" is not one of this organisation's: choose one of ${known.join(
        ', ',
      )}`,
    );
  }
}
