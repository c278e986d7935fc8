import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readPlanSettings } from './readPlanSettings';

const read = (delivery?: JsonObject) =>
  readPlanSettings(
    mockServices.rootConfig({
      data: {
        soa: {
          environments: [{ name: 'dev' }, { name: 'prod', production: true }],
          ...(delivery && { delivery }),
        },
      },
    }),
  );

describe('readPlanSettings', () => {
  it('knows what holds where nothing is configured', () => {
    expect(read()).toEqual({
      environments: [
        { name: 'dev', production: false, sandbox: false },
        { name: 'prod', production: true, sandbox: false },
      ],
      stages: new Map(),
      maxConcurrent: 10,
    });
  });

  it('reads what is said of environments', () => {
    const prod = {
      defaults: { maxConcurrent: '25%' },
      required: { approval: { group: 'group:default/team-platform' } },
    };
    const { stages, maxConcurrent } = read({
      maxConcurrent: 3,
      environments: { prod, dev: {} },
    });
    expect(maxConcurrent).toBe(3);
    expect(stages).toEqual(
      new Map<string, object>([
        ['prod', prod],
        ['dev', { defaults: {}, required: {} }],
      ]),
    );
  });

  it.each<[JsonObject, string]>([
    [{ maxConcurrent: 0 }, 'soa.delivery.maxConcurrent is 0'],
    [{ maxConcurrent: 1.5 }, 'soa.delivery.maxConcurrent is 1.5'],
    [
      { environments: { qa: {} } },
      'soa.delivery.environments.qa: soa.environments names no environment qa',
    ],
    [
      { environments: { prod: { bake: 'PT1M' } } },
      'soa.delivery.environments.prod.bake: write what is meant under soa.delivery.environments.prod.defaults',
    ],
    [
      { environments: { prod: { required: { bake: 'soon' } } } },
      'soa.delivery.environments.prod.required.bake: must be a duration',
    ],
    [
      { environments: { prod: { defaults: { waves: [{ count: 0 }] } } } },
      'soa.delivery.environments.prod.defaults.waves.0.count: must be',
    ],
  ])('names the key at fault in %j', (delivery, message) => {
    expect(() => read(delivery)).toThrow(message);
  });
});
