import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import fc from 'fast-check';
import { placementOf } from '../../__testUtils__/requestOf';

const PLACES = [
  ['us-east-1', 'use1'],
  ['eu-west-1', 'euw1'],
  ['ap-south-1', 'ap-south-1'],
] as const;

const stage = fc.record(
  {
    regions: fc.integer({ min: 1, max: PLACES.length }),
    regionConcurrency: fc.constantFrom('sequential', 'parallel'),
    maxConcurrent: fc.constantFrom(1, 2, '50%'),
    failureTolerance: fc.constantFrom(0, 1, '34%'),
    bake: fc.constantFrom('PT0S', 'PT10M'),
    withApproval: fc.boolean(),
    withAlarm: fc.boolean(),
    onFailure: fc.constantFrom('stop', 'roll-back', 'destroy-if-new'),
  },
  { noNullPrototype: true },
);

/** Rollouts of `orders` through one to three environments. */
export const arbitraryPlan: fc.Arbitrary<
  Pick<RolloutRequest, 'plan' | 'placements' | 'operation' | 'exclusive'>
> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('sandbox', 'dev', 'prod'), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(stage, { minLength: 3, maxLength: 3 }),
    fc.constantFrom('apply' as const, 'apply' as const, 'destroy' as const),
    fc.boolean(),
  )
  .map(([environments, stages, operation, exclusive]) => ({
    operation,
    exclusive,
    placements: environments.flatMap((environment, index) =>
      PLACES.slice(0, stages[index].regions).map(([region, short]) =>
        placementOf(region, short, environment),
      ),
    ),
    plan: {
      stages: environments.map((environment, index) => {
        const { regions, withApproval, withAlarm, ...settings } = stages[index];
        return {
          environment,
          ...settings,
          ...(withApproval && {
            approval: { group: 'group:default/approvers' },
          }),
          ...(withAlarm && {
            checks: [{ type: 'cloudwatch-alarm' as const, alarm: 'errors' }],
          }),
        };
      }),
    },
  }));

/** How many resources each workspace has: before something is made, none. */
export function resourceCountsOf({
  operation,
}: Pick<RolloutRequest, 'operation'>): fc.Arbitrary<number> {
  return operation === 'apply' ? fc.constant(0) : fc.constantFrom(0, 9);
}
