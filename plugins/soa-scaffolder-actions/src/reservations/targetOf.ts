import { InputError } from '@backstage/errors';
import type { LockTarget } from '@backstage-soa/plugin-soa-common';

/**
 * What is locked.
 *
 * @throws InputError unless one of them is named
 */
export function targetOf(input: {
  account?: string;
  zone?: string;
}): LockTarget {
  const { account, zone } = input;
  if (!account === !zone) {
    throw new InputError(
      'account: name either an account or a zone, which is what is locked',
    );
  }
  return account
    ? { kind: 'account', id: account }
    : { kind: 'zone', id: zone! };
}
