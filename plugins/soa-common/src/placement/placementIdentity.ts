import type { Placement } from './Placement';

/**
 * What makes a component's placement this one and no other: environment,
 * account, Region, runtime and cell. The workspace is no part of it.
 *
 * @public
 */
export function placementIdentity(placement: Placement): string {
  const { environment, account, region, runtime, cell } = placement;
  return [environment, account, region, runtime, cell ?? ''].join('/');
}
