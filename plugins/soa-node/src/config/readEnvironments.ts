import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** @public */
export interface SoaEnvironment {
  name: string;
  production: boolean;
  /** Whether what is new there may be destroyed when it fails. */
  sandbox: boolean;
}

const NAME = /^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$/;

/**
 * The environments of `soa.environments`, in promotion order.
 *
 * @throws InputError that names the key at fault
 * @public
 */
export function readEnvironments(config: RootConfigService): SoaEnvironment[] {
  const environments = (
    config.getOptionalConfigArray('soa.environments') ?? []
  ).map((entry, index) => {
    const name = entry.getString('name');
    if (!NAME.test(name)) {
      throw new InputError(
        `soa.environments[${index}].name is "${name}": use lower-case letters, digits and hyphens, at most 31, beginning with a letter and not ending in a hyphen`,
      );
    }
    return {
      name,
      production: entry.getOptionalBoolean('production') ?? false,
      sandbox: entry.getOptionalBoolean('sandbox') ?? name === 'sandbox',
    };
  });
  const names = environments.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new InputError(
      `soa.environments names "${twice}" twice: remove one of them`,
    );
  }
  return environments;
}
