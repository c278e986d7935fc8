import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readSecretKey } from '../../config';

const KEY = 'soa.delivery.checks.webhooks';
const NAME = /^[\w.-]{1,100}$/;

/**
 * An integration test that tells rollouts its result.
 *
 * @public
 */
export interface RolloutTestSettings {
  /** As checks of the type `webhook` name it. */
  name: string;
  /** With which it signs what it tells. */
  key: string;
}

/**
 * The entries of `soa.delivery.checks.webhooks`.
 *
 * @throws InputError that names the key at fault, and never a secret
 * @public
 */
export function readRolloutTestSettings(
  config: RootConfigService,
): RolloutTestSettings[] {
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  const settings = entries.map((entry, index) => {
    const name = entry.getString('name');
    if (!NAME.test(name)) {
      throw new InputError(
        `${KEY}[${index}].name is "${name}": use at most 100 letters, digits and ".-_"`,
      );
    }
    return {
      name,
      key: readSecretKey(entry.getString('key'), `${KEY}[${index}].key`),
    };
  });
  const names = settings.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new InputError(`${KEY} names "${twice}" twice: remove one of them`);
  }
  return settings;
}
