import { PLACEMENT_STATES } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import type { SharedFilter } from './sharedFilters';

/**
 * Whether placements are among those asked for: services by part of their name,
 * accounts by part of their name or id, all else by the very word.
 *
 * @param get - what is asked for; nothing leaves all
 * @param names - the filters to heed
 */
export function placementFilter(
  get: (name: SharedFilter) => string | undefined,
  names: readonly SharedFilter[],
): (item: PlacementItem) => boolean {
  const tests = names.flatMap(name => {
    const wanted = get(name);
    return wanted && !isOfOthers(name, wanted) ? [testOf(name, wanted)] : [];
  });
  return item => tests.every(test => test(item));
}

function testOf(
  name: SharedFilter,
  wanted: string,
): (item: PlacementItem) => boolean {
  const part = wanted.trim().toLocaleLowerCase('en-US');
  if (name === 'service') {
    return ({ componentRef }) => serviceName(componentRef).includes(part);
  }
  if (name === 'account') {
    return ({ account }) =>
      account.id.includes(part) ||
      Boolean(account.name?.toLocaleLowerCase('en-US').includes(part));
  }
  return item => item[name] === wanted;
}

/** Other tabs have states that placements are never in. */
function isOfOthers(name: SharedFilter, wanted: string): boolean {
  return name === 'state' && !PLACEMENT_STATES.some(state => state === wanted);
}

/** What people call the component: kind and standard namespace go without saying. */
export function serviceName(componentRef: string): string {
  return componentRef.replace(/^component:(default\/)?/, '');
}
