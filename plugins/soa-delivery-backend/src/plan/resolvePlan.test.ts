import type { RolloutPlan } from '@backstage-soa/plugin-soa-common';
import { placementsOf } from '../__testUtils__/placementsOf';
import { resolvePlan } from './resolvePlan';
import type { PlanSettings } from './resolvePlan';

const SETTINGS: PlanSettings = {
  environments: [
    { name: 'sandbox', production: false, sandbox: true },
    { name: 'dev', production: false, sandbox: false },
    { name: 'prod', production: true, sandbox: false },
  ],
  stages: new Map([
    ['prod', { defaults: { maxConcurrent: 2 }, required: { bake: 'PT10M' } }],
  ]),
  maxConcurrent: 5,
};

const PLACEMENTS = placementsOf(
  'prod-use1',
  'dev-use1',
  'prod-euw1',
  'sandbox-use1',
);

const resolve = (
  plan: RolloutPlan,
  options: { operation?: 'destroy'; placements?: typeof PLACEMENTS } = {},
) =>
  resolvePlan(
    [{ plan, path: 'plan', isOfRequest: true }],
    options.placements ?? PLACEMENTS,
    { ...SETTINGS, operation: options.operation },
  );

const orderOf = (plan: RolloutPlan, placements = PLACEMENTS) =>
  resolve(plan, { placements }).map(({ environment }) => environment);

describe('resolvePlan', () => {
  it('makes a stage of each environment, as the organisation says', () => {
    expect(resolve({})).toMatchObject([
      {
        environment: 'sandbox',
        production: false,
        sandbox: true,
        maxConcurrent: 5,
        bakeSeconds: 0,
        waves: [{ keys: ['sandbox-use1'] }],
      },
      { environment: 'dev', production: false, sandbox: false },
      {
        environment: 'prod',
        production: true,
        sandbox: false,
        maxConcurrent: 2,
        bakeSeconds: 600,
        waves: [{ keys: ['prod-use1', 'prod-euw1'] }],
      },
    ]);
  });

  it('takes the stage before the defaults of the plan, and those before others', () => {
    const [sandbox, dev, prod] = resolve({
      defaults: { maxConcurrent: 3, bake: 'PT1M' },
      stages: [{ environment: 'dev', maxConcurrent: 4 }],
    });
    expect(
      [sandbox, dev, prod].map(({ maxConcurrent, bakeSeconds }) => [
        maxConcurrent,
        bakeSeconds,
      ]),
    ).toEqual([
      [3, 60],
      [4, 60],
      [3, 600],
    ]);
  });

  it.each([
    [[], ['sandbox', 'dev', 'prod']],
    [
      ['prod', 'dev'],
      ['sandbox', 'prod', 'dev'],
    ],
    [['dev'], ['sandbox', 'dev', 'prod']],
    [
      ['prod', 'sandbox'],
      ['dev', 'prod', 'sandbox'],
    ],
  ])('of %j makes the order %j', (named, order) => {
    const stages = named.map(environment => ({ environment }));
    expect(orderOf({ stages })).toEqual(order);
  });

  it('leaves out stages that nothing is placed in', () => {
    const stages = [{ environment: 'dev', waves: [{ region: 'us-west-2' }] }];
    expect(orderOf({ stages }, placementsOf('prod-use1'))).toEqual(['prod']);
  });

  it('takes an environment that is not configured for production, and last', () => {
    const placements = placementsOf('qa-use1', 'dev-use1');
    expect(resolve({}, { placements })).toMatchObject([
      { environment: 'dev' },
      { environment: 'qa', production: true, sandbox: false },
    ]);
  });

  it('destroys last what others build on', () => {
    const waves = [{ region: 'eu-west-1' }];
    const stages = [{ environment: 'prod', waves }];
    const keys = (operation?: 'destroy') =>
      resolve({ stages }, { operation })[2].waves.map(wave => wave.keys);
    expect(keys()).toEqual([['prod-euw1'], ['prod-use1']]);
    expect(keys('destroy')).toEqual([['prod-use1'], ['prod-euw1']]);
  });

  it('refuses waves of a stage that match nothing, not those that are for any', () => {
    const waves = [{ region: 'us-west-2' }];
    expect(() =>
      resolve({
        stages: [{ environment: 'dev' }, { environment: 'prod', waves }],
      }),
    ).toThrow('plan.stages[1].waves[0]: none of the placements is in region');
    expect(resolve({ defaults: { waves } })).toHaveLength(3);
  });

  it.each([
    [
      ['dev', 'dev'],
      'plan.stages[1]: there is a stage for dev before this one',
    ],
    [
      ['qa'],
      'plan.stages[0].environment: there is no environment qa: write one of sandbox, dev, prod',
    ],
  ])('refuses %j', (named, message) => {
    const stages = named.map(environment => ({ environment }));
    expect(() => resolve({ stages })).toThrow(message);
  });

  it("lets a request say some of a stage, and the component's plan the rest", () => {
    const stages = resolvePlan(
      [
        {
          plan: { stages: [{ environment: 'prod', waves: [{ count: 1 }] }] },
          path: 'plan',
          isOfRequest: true,
        },
        {
          plan: {
            stages: [
              { environment: 'dev', bake: 'PT1M' },
              {
                environment: 'prod',
                approval: { group: 'group:default/owners' },
                // Written for all Regions, of which this rollout has some.
                waves: [{ region: 'sa-east-1' }],
              },
            ],
          },
          path: 'spec.rollout',
          isOfRequest: false,
        },
      ],
      PLACEMENTS,
      SETTINGS,
    );
    expect(stages.map(({ environment }) => environment)).toEqual([
      'sandbox',
      'prod',
      'dev',
    ]);
    expect(stages[1]).toMatchObject({
      approval: { group: 'group:default/owners' },
      waves: [{ keys: ['prod-use1'] }, { keys: ['prod-euw1'] }],
    });
    expect(stages[2].bakeSeconds).toBe(60);
  });

  it('takes what waves of the component itself have nothing of for no wave', () => {
    const own = {
      stages: [{ environment: 'prod', waves: [{ region: 'x-1' }] }],
    };
    const resolved = (isOfRequest: boolean) =>
      resolvePlan(
        [{ plan: own, path: 'spec.rollout', isOfRequest }],
        PLACEMENTS,
        SETTINGS,
      );
    expect(resolved(false)[2].waves).toEqual([
      { keys: ['prod-use1', 'prod-euw1'] },
    ]);
    expect(() => resolved(true)).toThrow(/stages\[0\]\.waves\[0\]/);
  });
});
