import type { RolloutStageSettings } from '@backstage-soa/plugin-soa-common';
import { mergeSettings } from './mergeSettings';

const merge = (
  layers: RolloutStageSettings[],
  required: RolloutStageSettings = {},
  size = 10,
) => mergeSettings(layers, required, { size, maxConcurrent: 6 });

const smoke = { type: 'webhook', name: 'smoke' } as const;
const alarm = { type: 'cloudwatch-alarm', alarm: 'errors' } as const;
const group = (name: string) => `group:default/${name}`;

describe('mergeSettings', () => {
  it('knows what holds where nobody says anything', () => {
    expect(merge([])).toEqual({
      maxConcurrent: 6,
      failureTolerance: 0,
      bakeSeconds: 0,
      checks: [],
      onFailure: 'stop',
    });
  });

  it('takes of each what is said first', () => {
    expect(
      merge([
        { maxConcurrent: 3 },
        { maxConcurrent: 4, bake: 'PT5M', onFailure: 'roll-back' },
        {
          bake: 'PT10M',
          failureTolerance: 1,
          onFailure: 'stop',
          checks: [smoke],
          approval: { group: group('Shop'), notInitiator: false },
        },
      ]),
    ).toEqual({
      maxConcurrent: 3,
      failureTolerance: 1,
      bakeSeconds: 300,
      checks: [smoke],
      approval: { group: group('shop'), notInitiator: false },
      onFailure: 'roll-back',
    });
  });

  it('takes the order as a whole from the first who says something of it', () => {
    const regions: RolloutStageSettings = {
      regionConcurrency: 'sequential',
      regionOrder: ['eu-west-1'],
    };
    const waves = [{ count: 1 }];
    expect(merge([{}, { waves }, regions])).toMatchObject({ waves });
    expect(merge([{}, { waves }, regions]).regionOrder).toBeUndefined();
    expect(merge([regions, { waves }])).toMatchObject(regions);
    expect(merge([regions, { waves }]).waves).toBeUndefined();
    expect(merge([{ waves }], regions).waves).toBeUndefined();
  });

  it.each([
    ['25%', 2],
    ['100%', 10],
    ['1%', 1],
    [40, 40],
  ])('lets %s of ten be under way at once: %i', (maxConcurrent, expected) => {
    expect(merge([{ maxConcurrent }]).maxConcurrent).toBe(expected);
  });

  it.each([
    ['25%', 2],
    ['9%', 0],
    [0, 0],
  ])('lets %s of ten fail: %i', (failureTolerance, expected) => {
    expect(merge([{ failureTolerance }]).failureTolerance).toBe(expected);
  });

  it('may be stricter than is required, and never less strict', () => {
    const required = {
      maxConcurrent: 4,
      failureTolerance: '10%',
      bake: 'PT10M',
    };
    const strict = { maxConcurrent: 2, failureTolerance: 0, bake: 'PT20M' };
    expect(merge([strict], required)).toMatchObject({
      maxConcurrent: 2,
      failureTolerance: 0,
      bakeSeconds: 1_200,
    });
    const lax = { maxConcurrent: 8, failureTolerance: 5, bake: 'PT1M' };
    const demanded = {
      maxConcurrent: 4,
      failureTolerance: 1,
      bakeSeconds: 600,
    };
    expect(merge([lax], required)).toMatchObject(demanded);
    expect(merge([], required)).toMatchObject({
      ...demanded,
      failureTolerance: 0,
    });
  });

  it('always lets one begin', () => {
    expect(merge([{}], { maxConcurrent: '1%' }).maxConcurrent).toBe(1);
  });

  it('keeps to whose approval is required, and what a failure requires', () => {
    const required: RolloutStageSettings = {
      approval: { group: group('platform') },
      onFailure: 'roll-back',
    };
    const lax: RolloutStageSettings = {
      approval: { group: group('shop'), notInitiator: false },
      onFailure: 'stop',
    };
    expect(merge([lax], required)).toMatchObject({
      approval: { group: group('platform'), notInitiator: true },
      onFailure: 'roll-back',
    });
  });

  it('has what is required checked as well as what is chosen, and nothing twice', () => {
    const { checks } = merge(
      [{ checks: [{ alarm: 'errors', type: 'cloudwatch-alarm' }, smoke] }],
      { checks: [alarm] },
    );
    expect(checks).toHaveLength(2);
    expect(checks).toEqual(expect.arrayContaining([alarm, smoke]));
    expect(merge([{ checks: [] }], { checks: [alarm] }).checks).toEqual([
      alarm,
    ]);
  });
});
