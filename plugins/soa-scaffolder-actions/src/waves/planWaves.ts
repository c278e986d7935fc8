import { InputError } from '@backstage/errors';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { WaveSelector } from './WaveSelector';

/**
 * The keys of the placements of each wave. A selector takes what no earlier one
 * has taken; what a `count` has left nothing of is no wave, so that "one, and then
 * the rest" holds where there is only one.
 *
 * @returns `undefined` if all begin side by side
 * @throws InputError if a selector can never take anything, as then nothing would be
 *   in the order that is meant
 */
export function planWaves(
  placements: readonly ResolvedPlacement[],
  selectors: readonly WaveSelector[] = [],
): string[][] | undefined {
  const left = new Set(placements);
  const counted = new Set<ResolvedPlacement>();
  const waves = selectors.map((selector, index) => {
    const meant = placements.filter(placement => isMeant(placement, selector));
    const taken = meant
      .filter(placement => left.has(placement))
      .slice(0, selector.count);
    if (
      taken.length === 0 &&
      !meant.some(placement => counted.has(placement))
    ) {
      throw new InputError(
        `waves[${index}]: ${
          meant.length === 0
            ? `none of the placements is in ${inWords(selector)}`
            : `earlier waves have taken all placements in ${inWords(selector)}`
        }: name some that are to come then, or leave this wave out`,
      );
    }
    for (const placement of taken) {
      left.delete(placement);
      if (selector.count !== undefined) {
        counted.add(placement);
      }
    }
    return taken.map(({ key }) => key);
  });
  const begun = waves.filter(({ length }) => length > 0);
  return begun.length > 0 ? begun : undefined;
}

function isMeant(
  placement: ResolvedPlacement,
  { environment, account, region }: WaveSelector,
): boolean {
  return (
    (environment ?? placement.environment) === placement.environment &&
    (account ?? placement.account) === placement.account &&
    (region ?? placement.region) === placement.region
  );
}

function inWords({ count, ...where }: WaveSelector): string {
  return (
    Object.entries(where)
      .map(([part, value]) => `${part} ${value}`)
      .join(', ') || 'any environment'
  );
}
