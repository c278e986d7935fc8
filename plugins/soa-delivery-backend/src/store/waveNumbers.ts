import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';

/** Of each placement, in their order, which wave it is in: from 0. */
export function waveNumbers({
  placements,
  waves = [],
}: Pick<RolloutRequest, 'placements' | 'waves'>): number[] {
  const numbers = new Map(
    waves.flatMap((keys, wave) => keys.map(key => [key, wave] as const)),
  );
  return placements.map(({ key }) => numbers.get(key) ?? waves.length);
}
