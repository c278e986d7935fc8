import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/**
 * Refuses what nobody reads: a condition that is written wrong would be none, and the
 * rule hold for everything.
 *
 * @param key - where that part of the configuration is
 * @throws InputError that names the key at fault
 */
export function refuseOtherKeys(
  config: Pick<RootConfigService, 'get'>,
  key: string,
  known: readonly string[],
): void {
  const value: unknown = config.get();
  const other = Object.keys(
    typeof value === 'object' && value !== null ? value : {},
  ).find(name => !known.includes(name));
  if (other !== undefined) {
    throw new InputError(
      `${key}.${other} is not known: write one of ${known.join(', ')}`,
    );
  }
}
