import { requestOf } from '../__testUtils__/requestOf';
import { AllowedHosts } from '../checks';
import { RolloutPlanner } from './RolloutPlanner';

const planner = new RolloutPlanner({
  settings: {
    environments: [{ name: 'prod', production: true, sandbox: false }],
    stages: new Map(),
    maxConcurrent: 10,
  },
  allowedHosts: new AllowedHosts(['orders.example.com']),
});

const health = (url: string) => ({
  defaults: { checks: [{ type: 'health' as const, url }] },
});

describe('RolloutPlanner', () => {
  it('lets the request go before the component, stage by stage', () => {
    const own = { defaults: { bake: 'PT1M', maxConcurrent: 3 } };
    expect(planner.plan(requestOf(), own)[0].bakeSeconds).toBe(60);
    const plan = { defaults: { maxConcurrent: 1 } };
    expect(planner.plan(requestOf({ plan }), own)[0]).toMatchObject({
      bakeSeconds: 60,
      maxConcurrent: 1,
    });
    expect(planner.plan(requestOf(), undefined)).toHaveLength(1);
  });

  it.each([
    ['nonsense', /^spec\.rollout: /],
    [
      { stages: [{ environment: 'prod', waves: [{ region: 1 }] }] },
      /^spec\.rollout\.stages\[0\]\.waves\[0\]\.region: .*: correct it in the component's catalog-info\.yaml$/,
    ],
    [
      { stages: [{ environment: 'qa' }] },
      /^spec\.rollout\.stages\[0\]\.environment: there is no environment qa/,
    ],
  ])('names what is wrong in the component: %j', (own, message) => {
    expect(() => planner.plan(requestOf(), own)).toThrow(message);
  });

  it('refuses at once what its checks may not ask', () => {
    const good = health('https://orders.example.com/health');
    expect(planner.plan(requestOf({ plan: good }), {})).toHaveLength(1);
    const bad = health('http://169.254.169.254/latest');
    expect(() => planner.plan(requestOf({ plan: bad }), {})).toThrow(
      /^The stage prod has a check of health\. The portal may not ask 169\.254\.169\.254: /,
    );
    expect(() => planner.plan(requestOf(), bad)).toThrow(/^The stage prod /);
  });

  it('destroys in the other order', () => {
    const plan = {
      stages: [{ environment: 'prod', waves: [{ region: 'eu-west-1' }] }],
    };
    const request = requestOf({ plan, operation: 'destroy' });
    expect(planner.plan(request, {})[0].waves.map(({ keys }) => keys)).toEqual([
      ['prod-use1'],
      ['prod-euw1'],
    ]);
  });
});
