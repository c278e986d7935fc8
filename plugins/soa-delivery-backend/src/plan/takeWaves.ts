import type {
  ResolvedPlacement,
  RolloutStageSettings,
  RolloutWaveSelector,
} from '@backstage-soa/plugin-soa-common';
import { InputError } from '@backstage/errors';
import { countOf } from './mergeSettings';
import type { ResolvedWave } from './ResolvedStage';

/**
 * The waves of a stage. A selector takes what no earlier one has taken; what takes
 * nothing is no wave, and what is left comes last.
 *
 * @param options - `path`: of what has to take something, as people wrote it for
 *   these placements; absent where it was written for any
 * @throws InputError if one of those matches no placement at all, as then nothing
 *   would be in the order that is meant
 */
export function takeWaves(
  placements: readonly ResolvedPlacement[],
  {
    waves,
    regionConcurrency,
    regionOrder = [],
  }: Pick<RolloutStageSettings, 'waves' | 'regionConcurrency' | 'regionOrder'>,
  { path }: { path?: string } = {},
): ResolvedWave[] {
  const selectors =
    waves ??
    (regionConcurrency === 'sequential'
      ? inRegions(placements, regionOrder)
      : []);
  const left = new Set(placements);
  const taken = selectors.map((selector, index): ResolvedWave => {
    const meant = placements.filter(placement => isMeant(placement, selector));
    if (meant.length === 0 && path) {
      throw new InputError(
        `${path}.waves[${index}]: none of the placements is in ${inWords(
          selector,
        )}: name some that are to come then, or leave this wave out`,
      );
    }
    const most =
      selector.count === undefined
        ? undefined
        : Math.max(1, countOf(selector.count, placements.length));
    const own = meant.filter(placement => left.has(placement)).slice(0, most);
    own.forEach(placement => left.delete(placement));
    return waveOf(own, selector.name);
  });
  return [...taken, waveOf([...left])].filter(({ keys }) => keys.length > 0);
}

function waveOf(
  placements: readonly ResolvedPlacement[],
  name?: string,
): ResolvedWave {
  return {
    ...(name !== undefined && { name }),
    keys: placements.map(({ key }) => key),
  };
}

function inRegions(
  placements: readonly ResolvedPlacement[],
  order: readonly string[],
): RolloutWaveSelector[] {
  const all = new Set(placements.map(({ region }) => region));
  const first = order.filter(region => all.has(region));
  return [...new Set([...first, ...all])].map(region => ({
    name: region,
    region,
  }));
}

function isMeant(
  placement: ResolvedPlacement,
  { keys, account, region, runtime, cell }: RolloutWaveSelector,
): boolean {
  return (
    (keys?.includes(placement.key) ?? true) &&
    (account ?? placement.account) === placement.account &&
    (region ?? placement.region) === placement.region &&
    (runtime ?? placement.runtime) === placement.runtime &&
    (cell ?? placement.cell) === placement.cell
  );
}

function inWords({ count, name, ...where }: RolloutWaveSelector): string {
  return (
    Object.entries(where)
      .map(([part, value]) => `${part} ${value}`)
      .join(', ') || 'this stage'
  );
}
