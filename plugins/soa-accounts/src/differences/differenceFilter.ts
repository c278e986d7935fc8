import { placementFilter } from '../filters';
import type { SharedFilter } from '../filters';
import { DIFFERENCES } from './Difference';
import type { Difference } from './Difference';

/** What differences can be narrowed by, besides their kind. */
export const DIFFERENCE_FILTERS = [
  'service',
  'account',
  'environment',
  'runtime',
  'region',
] as const satisfies readonly SharedFilter[];

/**
 * Whether differences are among those asked for: `state` says of which kind. What is wrong with an account is
 * in no service, and on no runtime: who asks for one does not get it.
 */
export function differenceFilter(
  get: (name: SharedFilter) => string | undefined,
): (difference: Difference) => boolean {
  const fits = placementFilter(get, DIFFERENCE_FILTERS);
  const kind = DIFFERENCES.find(one => one === get('state'));
  const isOfServices = Boolean(
    get('service') ?? get('runtime') ?? get('region'),
  );
  const account = get('account')?.trim().toLocaleLowerCase('en-US') ?? '';
  const environment = get('environment');
  return difference => {
    if (kind && difference.kind !== kind) {
      return false;
    }
    if ('item' in difference) {
      return fits(difference.item);
    }
    const { id, name, environment: own } = difference.account;
    return (
      !isOfServices &&
      (!environment || own === environment) &&
      (id.includes(account) ||
        name.toLocaleLowerCase('en-US').includes(account))
    );
  };
}
