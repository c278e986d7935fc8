import type {
  CountOrPercent,
  RolloutCheck,
  RolloutStageSettings,
} from '@backstage-soa/plugin-soa-common';
import type { ResolvedStage } from './ResolvedStage';
import { readBake } from './readBake';

type Merged = Omit<
  ResolvedStage,
  'environment' | 'production' | 'sandbox' | 'waves'
> &
  Pick<RolloutStageSettings, 'waves' | 'regionConcurrency' | 'regionOrder'>;

/**
 * What holds for a stage.
 *
 * @param layers - what is said of it, the strongest first
 * @param required - what holds however weakly it is said there
 * @param size - how many placements it has
 */
export function mergeSettings(
  layers: readonly RolloutStageSettings[],
  required: RolloutStageSettings,
  { size, maxConcurrent }: { size: number; maxConcurrent: number },
): Merged {
  const chosen = <K extends keyof RolloutStageSettings>(key: K) =>
    layers.find(layer => layer[key] !== undefined)?.[key];
  const approval = required.approval ?? chosen('approval');
  return {
    ...orderOf([required, ...layers]),
    maxConcurrent: Math.max(
      1,
      Math.min(
        countOf(chosen('maxConcurrent') ?? maxConcurrent, size),
        countOf(required.maxConcurrent ?? Infinity, size),
      ),
    ),
    failureTolerance: Math.min(
      countOf(chosen('failureTolerance') ?? 0, size),
      countOf(required.failureTolerance ?? Infinity, size),
    ),
    bakeSeconds: Math.max(
      readBake(chosen('bake') ?? 'PT0S'),
      readBake(required.bake ?? 'PT0S'),
    ),
    checks: together(required.checks, chosen('checks')),
    ...(approval && {
      approval: {
        group: approval.group.toLocaleLowerCase('en-US'),
        notInitiator: approval.notInitiator ?? true,
      },
    }),
    onFailure: required.onFailure ?? chosen('onFailure') ?? 'stop',
  };
}

/** The first who speaks of the order says all of it. */
function orderOf(layers: readonly RolloutStageSettings[]) {
  const { waves, regionConcurrency, regionOrder } =
    layers.find(layer => layer.waves ?? layer.regionConcurrency) ?? {};
  return { waves, regionConcurrency, regionOrder };
}

function together(...lists: Array<RolloutCheck[] | undefined>): RolloutCheck[] {
  const checks = new Map<string, RolloutCheck>();
  for (const check of lists.flatMap(list => list ?? [])) {
    checks.set(JSON.stringify(check, Object.keys(check).sort()), check);
  }
  return [...checks.values()];
}

/** @param size - of which a percentage is; what is not whole is rounded down */
export function countOf(count: CountOrPercent, size: number): number {
  return typeof count === 'number'
    ? count
    : Math.floor((Number(count.slice(0, -1)) * size) / 100);
}
