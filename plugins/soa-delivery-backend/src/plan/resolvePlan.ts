import type {
  ResolvedPlacement,
  RolloutOperation,
  RolloutPlan,
} from '@backstage-soa/plugin-soa-common';
import type { SoaEnvironment } from '@backstage-soa/plugin-soa-node';
import { InputError } from '@backstage/errors';
import { mergeSettings } from './mergeSettings';
import type { ResolvedStage } from './ResolvedStage';
import type { StageDefaults } from './StageDefaults';
import { takeWaves } from './takeWaves';

export interface PlanSettings {
  /** In promotion order. */
  environments: SoaEnvironment[];
  /** By the names of environments. */
  stages: ReadonlyMap<string, StageDefaults>;
  /** Of those that nothing is said of. */
  maxConcurrent: number;
}

/**
 * The stages of a rollout, in their order.
 *
 * @param options - `path`: of the plan, for what is said of it
 * @throws InputError that names what is at fault
 */
export function resolvePlan(
  plan: RolloutPlan,
  placements: readonly ResolvedPlacement[],
  options: PlanSettings & { operation?: RolloutOperation; path: string },
): ResolvedStage[] {
  const { environments, stages, maxConcurrent, operation, path } = options;
  return inOrder(plan, placements, options).map(environment => {
    const own = placements.filter(
      placement => placement.environment === environment,
    );
    const index = plan.stages?.findIndex(
      stage => stage.environment === environment,
    );
    const written = plan.stages?.[index ?? -1];
    const { defaults = {}, required = {} } = stages.get(environment) ?? {};
    const merged = mergeSettings(
      [written ?? {}, plan.defaults ?? {}, defaults],
      required,
      { size: own.length, maxConcurrent },
    );
    const { waves, regionConcurrency, regionOrder, ...settings } = merged;
    const isWritten = waves !== undefined && waves === written?.waves;
    const taken = takeWaves(
      own,
      { waves, regionConcurrency, regionOrder },
      isWritten ? { path: `${path}.stages[${index}]` } : {},
    );
    const known = environments.find(({ name }) => name === environment);
    return {
      environment,
      // One that the configuration does not name is taken for the worst.
      production: known?.production ?? true,
      sandbox: known?.sandbox ?? false,
      ...settings,
      // What others build on goes last.
      waves: operation === 'destroy' ? taken.reverse() : taken,
    };
  });
}

/** Those that the plan names, and the others at their place in promotion order. */
function inOrder(
  { stages = [] }: RolloutPlan,
  placements: readonly ResolvedPlacement[],
  { environments, path }: { environments: SoaEnvironment[]; path: string },
): string[] {
  const there = new Set(placements.map(({ environment }) => environment));
  const ranks = new Map(environments.map(({ name }, rank) => [name, rank]));
  const rankOf = (name: string) => ranks.get(name) ?? environments.length;
  const order: string[] = [];
  for (const [index, { environment }] of stages.entries()) {
    if (stages.findIndex(one => one.environment === environment) !== index) {
      throw new InputError(
        `${path}.stages[${index}]: there is a stage for ${environment} before this one: write one, with waves`,
      );
    }
    if (!there.has(environment) && !ranks.has(environment)) {
      throw new InputError(
        `${path}.stages[${index}].environment: there is no environment ${environment}: write one of ${[
          ...ranks.keys(),
        ].join(', ')}`,
      );
    }
    if (there.has(environment)) {
      order.push(environment);
    }
  }
  const others = [...there]
    .filter(environment => !order.includes(environment))
    .sort((a, b) => rankOf(a) - rankOf(b));
  for (const environment of others) {
    const next = order.findIndex(name => rankOf(name) > rankOf(environment));
    order.splice(next === -1 ? order.length : next, 0, environment);
  }
  return order;
}
