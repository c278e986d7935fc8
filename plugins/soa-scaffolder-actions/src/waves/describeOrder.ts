import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';

// What is read in a log.
const NAMED = 10;

/** In which order placements are applied, in words. */
export function describeOrder(
  placements: readonly ResolvedPlacement[],
  waves: ReadonlyArray<readonly string[]> = [],
): string {
  const named = new Set(waves.flat());
  const rest = placements.map(({ key }) => key).filter(key => !named.has(key));
  return [...waves, rest]
    .filter(({ length }) => length > 0)
    .map(keys =>
      keys.length > NAMED
        ? `${keys.slice(0, NAMED).join(', ')} and ${keys.length - NAMED} more`
        : keys.join(', '),
    )
    .join(', and then to ');
}
