import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';

/** In which order placements are applied, in words. */
export function describeOrder(
  placements: readonly ResolvedPlacement[],
  waves: ReadonlyArray<readonly string[]> = [],
): string {
  const named = new Set(waves.flat());
  const rest = placements.map(({ key }) => key).filter(key => !named.has(key));
  return [...waves, rest]
    .filter(({ length }) => length > 0)
    .map(keys => keys.join(', '))
    .join(', and then to ');
}
