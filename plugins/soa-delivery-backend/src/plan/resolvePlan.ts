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

/** A plan, as somebody wrote it. */
export interface WrittenPlan {
  plan: RolloutPlan;
  /** Where it is written: for what is said of it. */
  path: string;
  /**
   * Whether it was written for just these placements, each of its waves being meant
   * to have some.
   */
  isOfRequest: boolean;
}

/**
 * The stages of a rollout, in their order.
 *
 * @param plans - the strongest first: what one does not say of a stage, the next may
 * @throws InputError that names what is at fault
 */
export function resolvePlan(
  plans: readonly WrittenPlan[],
  placements: readonly ResolvedPlacement[],
  options: PlanSettings & { operation?: RolloutOperation },
): ResolvedStage[] {
  const { environments, stages, maxConcurrent, operation } = options;
  return inOrder(plans, placements, environments).map(environment => {
    const own = placements.filter(
      placement => placement.environment === environment,
    );
    const written = plans.map(({ plan }) =>
      plan.stages?.find(stage => stage.environment === environment),
    );
    const { defaults = {}, required = {} } = stages.get(environment) ?? {};
    const merged = mergeSettings(
      [
        ...plans.flatMap(({ plan }, index) => [
          written[index] ?? {},
          plan.defaults ?? {},
        ]),
        defaults,
      ],
      required,
      { size: own.length, maxConcurrent },
    );
    const { waves, regionConcurrency, regionOrder, ...settings } = merged;
    const author = plans.findIndex(
      ({ isOfRequest }, index) =>
        isOfRequest && waves !== undefined && waves === written[index]?.waves,
    );
    const taken = takeWaves(
      own,
      { waves, regionConcurrency, regionOrder },
      author >= 0
        ? {
            path: `${plans[author].path}.stages[${plans[
              author
            ].plan.stages!.indexOf(written[author]!)}]`,
          }
        : {},
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

/** Those that plans name, and the others at their place in promotion order. */
function inOrder(
  plans: readonly WrittenPlan[],
  placements: readonly ResolvedPlacement[],
  environments: readonly SoaEnvironment[],
): string[] {
  const there = new Set(placements.map(({ environment }) => environment));
  const ranks = new Map(environments.map(({ name }, rank) => [name, rank]));
  const rankOf = (name: string) => ranks.get(name) ?? environments.length;
  for (const { plan, path } of plans) {
    checkStages(plan, path, name => there.has(name) || ranks.has(name), [
      ...ranks.keys(),
    ]);
  }
  const named = plans
    .flatMap(({ plan }) => plan.stages ?? [])
    .map(({ environment }) => environment);
  const order = [...new Set(named)].filter(name => there.has(name));
  const others = [...there]
    .filter(environment => !order.includes(environment))
    .sort((a, b) => rankOf(a) - rankOf(b));
  for (const environment of others) {
    const next = order.findIndex(name => rankOf(name) > rankOf(environment));
    order.splice(next === -1 ? order.length : next, 0, environment);
  }
  return order;
}

function checkStages(
  { stages = [] }: RolloutPlan,
  path: string,
  isKnown: (environment: string) => boolean,
  known: readonly string[],
): void {
  for (const [index, { environment }] of stages.entries()) {
    if (stages.findIndex(one => one.environment === environment) !== index) {
      throw new InputError(
        `${path}.stages[${index}]: there is a stage for ${environment} before this one: write one, with waves`,
      );
    }
    if (!isKnown(environment)) {
      throw new InputError(
        `${path}.stages[${index}].environment: there is no environment ${environment}: write one of ${known.join(
          ', ',
        )}`,
      );
    }
  }
}
