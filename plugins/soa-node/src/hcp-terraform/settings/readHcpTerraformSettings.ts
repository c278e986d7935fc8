import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readHttpUrl } from '../../config';
import type { HcpTerraformSettings } from './HcpTerraformSettings';

const PUBLIC_URL = 'https://app.terraform.io';
const ORGANIZATION = /^[A-Za-z0-9_-]+$/;
// What a header can hold, without spaces: fetch would show the rest in its error.
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * The entries of `soa.hcpTerraform`.
 *
 * @throws InputError that names the key at fault, and never a token
 */
export function readHcpTerraformSettings(
  config: RootConfigService,
): HcpTerraformSettings[] {
  const settings = (
    config.getOptionalConfigArray('soa.hcpTerraform') ?? []
  ).map((entry, index) => readEntry(entry, `soa.hcpTerraform[${index}]`));
  settings.forEach((one, index) => refuseSecond(one, settings.slice(0, index)));
  return settings;
}

/**
 * The portal knows an organization by its name, whatever the host: what is known of
 * one must not pass for the other's. Hosts do not tell names apart by case.
 */
function refuseSecond(
  { organization, baseUrl, configKey }: HcpTerraformSettings,
  before: readonly HcpTerraformSettings[],
): void {
  const first = before.find(
    one => one.organization.toLowerCase() === organization.toLowerCase(),
  );
  if (!first) {
    return;
  }
  throw new InputError(
    first.baseUrl === baseUrl
      ? `soa.hcpTerraform names organization "${organization}" twice: remove one of them`
      : `${configKey} names organization "${organization}" of ${baseUrl}, and ${first.configKey} one of the same name of ${first.baseUrl}: the portal cannot tell them apart, so rename one of them at its host, or remove one`,
  );
}

function readEntry(entry: Config, configKey: string): HcpTerraformSettings {
  const organization = entry.getString('organization');
  if (!ORGANIZATION.test(organization)) {
    throw new InputError(
      `${configKey}.organization is "${organization}": write its name, of letters, digits, _ and -`,
    );
  }
  // A file that holds a token ends with a newline.
  const token = entry.getString('token').trim();
  if (!TOKEN.test(token)) {
    throw new InputError(
      `${configKey}.token holds spaces or other characters that no token has: put in the token alone`,
    );
  }
  const baseUrl = readApiUrl(entry, 'baseUrl', configKey) ?? PUBLIC_URL;
  return {
    organization,
    baseUrl,
    webUrl: readApiUrl(entry, 'webUrl', configKey) ?? baseUrl,
    token,
    configKey,
  };
}

/** People copy it as the API's documentation has it. */
function readApiUrl(entry: Config, name: string, configKey: string) {
  const value = entry.getOptionalString(name);
  return (
    value &&
    readHttpUrl(value, `${configKey}.${name}`, PUBLIC_URL).replace(
      /(\/api(\/v2)?)?$/,
      '',
    )
  );
}
