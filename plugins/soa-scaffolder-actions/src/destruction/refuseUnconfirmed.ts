import { InputError } from '@backstage/errors';
import type { HeldWorkspace } from '../held';

/**
 * Lets nothing in production be destroyed that no person has named.
 *
 * @param confirm - what a person has typed
 * @throws InputError that says what to type
 */
export function refuseUnconfirmed(
  all: readonly HeldWorkspace[],
  confirm: string | undefined,
  name: string,
): void {
  const production = all.filter(({ isProduction }) => isProduction);
  if (production.length > 0 && confirm === undefined) {
    throw new InputError(
      `confirm: ${production
        .map(({ fullName }) => fullName)
        .join(
          ', ',
        )} is in production: have the person who destroys it type the name of the service, ${name}. Nothing was destroyed.`,
    );
  }
}
