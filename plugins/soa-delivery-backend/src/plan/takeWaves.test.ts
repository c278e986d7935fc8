import type { RolloutStageSettings } from '@backstage-soa/plugin-soa-common';
import { placementsOf } from '../__testUtils__/placementsOf';
import { takeWaves } from './takeWaves';

const PLACEMENTS = placementsOf(
  'prod-use1-c1',
  'prod-use1-c2',
  'prod-euw1-c1',
  'prod-apne1',
);

const take = (settings: RolloutStageSettings, path?: string) =>
  takeWaves(PLACEMENTS, settings, { path });

const keysOf = (settings: RolloutStageSettings) =>
  take(settings).map(({ keys }) =>
    keys.map(key => key.replace('prod-', '')).join(' '),
  );

describe('takeWaves', () => {
  it('takes all at once where nothing is said', () => {
    expect(take({})).toEqual([{ keys: PLACEMENTS.map(({ key }) => key) }]);
    expect(take({ regionConcurrency: 'parallel' })).toHaveLength(1);
  });

  it('gives each placement to the first wave that means it, and the rest last', () => {
    expect(
      keysOf({ waves: [{ cell: 'c1' }, { region: 'us-east-1' }] }),
    ).toEqual(['use1-c1 euw1-c1', 'use1-c2', 'apne1']);
  });

  it('takes what matches all that is said', () => {
    const { account, runtime } = PLACEMENTS[0];
    expect(
      keysOf({
        waves: [{ region: 'us-east-1', cell: 'c2', account, runtime }],
      }),
    ).toEqual(['use1-c2', 'use1-c1 euw1-c1 apne1']);
  });

  it('keeps the names of waves', () => {
    expect(take({ waves: [{ name: 'canary', count: 1 }] })).toEqual([
      { name: 'canary', keys: ['prod-use1-c1'] },
      { keys: ['prod-use1-c2', 'prod-euw1-c1', 'prod-apne1'] },
    ]);
  });

  it.each([
    [1, 1],
    [3, 3],
    [9, 4],
    ['25%', 1],
    ['74%', 2],
    ['1%', 1],
    ['100%', 4],
  ])('takes %s of four: %i', (count, taken) => {
    const [first] = take({ waves: [{ count }] });
    expect(first.keys).toHaveLength(taken);
  });

  it('counts what is left, of the size of the stage', () => {
    expect(keysOf({ waves: [{ count: 1 }, { count: '50%' }] })).toEqual([
      'use1-c1',
      'use1-c2 euw1-c1',
      'apne1',
    ]);
  });

  it('makes no wave of what others have taken', () => {
    const settings = {
      waves: [{ region: 'eu-west-1' }, { region: 'eu-west-1' }],
    };
    expect(take(settings, 'plan.stages[0]')).toHaveLength(2);
  });

  it('takes one Region after the other', () => {
    expect(
      take({
        regionConcurrency: 'sequential',
        regionOrder: ['eu-west-1', 'us-west-2'],
      }).map(({ name }) => name),
    ).toEqual(['eu-west-1', 'us-east-1', 'ap-northeast-1']);
  });

  it('refuses a wave that means nothing, where it was written for these', () => {
    const waves = [
      { count: 1 },
      { region: 'us-west-2', cell: 'c1', name: 'x' },
    ];
    expect(() => take({ waves }, 'plan.stages[2]')).toThrow(
      'plan.stages[2].waves[1]: none of the placements is in region us-west-2, cell c1',
    );
    expect(take({ waves })).toHaveLength(2);
  });
});
