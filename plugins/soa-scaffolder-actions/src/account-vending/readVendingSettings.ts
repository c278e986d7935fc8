import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ownerRef } from '@backstage-soa/plugin-soa-common';
import { isTagKey, isTagValue } from './tagRules';
import type {
  AftWay,
  OrganizationsWay,
  VendingSettings,
} from './VendingSettings';

const KEY = 'soa.accountVending';

type Config = ReturnType<RootConfigService['getConfig']>;

/**
 * How accounts are made; `undefined` where `soa.accountVending` does not say.
 *
 * @throws InputError that names the key at fault
 */
export function readVendingSettings(
  config: RootConfigService,
): VendingSettings | undefined {
  const vending = config.getOptionalConfig(KEY);
  if (!vending) {
    return undefined;
  }
  const email = vending.getString('email');
  if (email.split('{name}').length !== 2 || email.split('@').length !== 2) {
    throw new InputError(
      `${KEY}.email is "${email}": write an address with {name} once, such as aws+{name}@example.com`,
    );
  }
  const organizationalUnits = vending.getStringArray('organizationalUnits');
  if (organizationalUnits.length === 0) {
    throw new InputError(
      `${KEY}.organizationalUnits is empty: name the organizational units that accounts may go to`,
    );
  }
  return {
    email,
    organizationalUnits,
    owners: readOwners(vending),
    tags: readTags(vending),
    way: readWay(vending),
  };
}

function readWay(vending: Config): OrganizationsWay | AftWay {
  const managementAccountId = vending.getOptionalString('managementAccountId');
  const request = vending.getOptionalConfig('request');
  if ((managementAccountId === undefined) === (request === undefined)) {
    throw new InputError(
      `${KEY} has ${
        request ? 'both' : 'neither'
      } managementAccountId and request: set one, for accounts that are made through AWS Organizations or requested of Control Tower`,
    );
  }
  if (managementAccountId === undefined) {
    return readAft(request!);
  }
  if (!/^\d{12}$/.test(managementAccountId)) {
    throw new InputError(
      `${KEY}.managementAccountId is "${managementAccountId}": write the 12 digits of the management account, in quotes`,
    );
  }
  const roleName = vending.getOptionalString('roleName');
  if (roleName !== undefined && !/^[\w+=,.@-]{1,64}$/.test(roleName)) {
    throw new InputError(
      `${KEY}.roleName is "${roleName}": write the name of a role, without its path`,
    );
  }
  return { kind: 'organizations', managementAccountId, roleName };
}

function readAft(request: Config): AftWay {
  const kind = request.getString('kind');
  if (kind !== 'aft') {
    throw new InputError(`${KEY}.request.kind is "${kind}": write aft`);
  }
  const directory = request.getOptionalString('directory') ?? 'terraform';
  if (!/^\w[\w.-]*(\/\w[\w.-]*)*$/.test(directory)) {
    throw new InputError(
      `${KEY}.request.directory is "${directory}": write a folder of the repository, such as terraform`,
    );
  }
  const ssoUser = request.getConfig('ssoUser');
  return {
    kind,
    repoUrl: request.getString('repoUrl'),
    directory,
    source:
      request.getOptionalString('source') ?? './modules/aft-account-request',
    ssoUser: {
      email: ssoUser.getString('email'),
      firstName: ssoUser.getString('firstName'),
      lastName: ssoUser.getString('lastName'),
    },
    customizations: request.getOptionalString('customizations'),
  };
}

function readOwners(vending: Config): string[] | undefined {
  return vending.getOptionalStringArray('owners')?.map((entry, index) => {
    const ref = ownerRef(entry);
    if (!ref?.startsWith('group:')) {
      throw new InputError(
        `${KEY}.owners[${index}] is "${entry}": write a group such as group:default/team-shop`,
      );
    }
    return ref;
  });
}

function readTags(vending: Config): Record<string, string> {
  const tags = vending.getOptional<Record<string, unknown>>('tags') ?? {};
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => {
      const text = String(value);
      if (!isTagKey(key) || !isTagValue(text)) {
        throw new InputError(
          `${KEY}.tags has ${key}: "${text}", which AWS does not take: use letters, digits, spaces and _.:/=+-@, and no key that begins with aws:`,
        );
      }
      return [key, text];
    }),
  );
}
