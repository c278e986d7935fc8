import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { placementOf } from '../__testUtils__/placementOf';
import { regionUses } from './regionUses';

const all: (item: PlacementItem) => boolean = () => true;
const at = (
  name: string,
  region: string,
  change: Partial<PlacementItem> = {},
) =>
  placementOf({
    componentRef: `component:default/${name}`,
    region,
    ...change,
  });

const useOf = (items: PlacementItem[], region: string, fits = all) => {
  const use = regionUses(items, fits).find(one => one.region === region);
  const named = (list: readonly { id: string }[] | undefined) =>
    list?.map(({ id }) => id.replace('component:default/', ''));
  return { lost: named(use?.lost), kept: named(use?.kept) };
};

describe('regionUses', () => {
  it('loses what runs nowhere else', () => {
    const items = [
      at('orders', 'us-east-1'),
      at('orders', 'eu-west-1'),
      at('pricing', 'us-east-1'),
    ];
    expect(useOf(items, 'us-east-1')).toEqual({
      lost: ['pricing prod'],
      kept: ['orders prod'],
    });
    expect(useOf(items, 'eu-west-1')).toEqual({
      lost: [],
      kept: ['orders prod'],
    });
  });

  it('is saved by no other environment', () => {
    const items = [
      at('orders', 'us-east-1'),
      at('orders', 'eu-west-1', { environment: 'dev' }),
    ];
    expect(useOf(items, 'us-east-1').lost).toEqual(['orders prod']);
    expect(useOf(items, 'eu-west-1').lost).toEqual(['orders dev']);
  });

  it.each(['missing-workspace', 'not-applied'])(
    'is neither saved nor lost where it is %s',
    state => {
      const items = [
        at('orders', 'us-east-1'),
        at('orders', 'eu-west-1', { state: state as PlacementItem['state'] }),
      ];
      expect(useOf(items, 'us-east-1').lost).toEqual(['orders prod']);
      expect(useOf(items, 'eu-west-1')).toEqual({ lost: [], kept: [] });
    },
  );

  it('takes what could not be read for running', () => {
    const items = [
      at('orders', 'us-east-1', { state: 'drifted' }),
      at('orders', 'eu-west-1', { state: 'unknown' }),
    ];
    expect(useOf(items, 'us-east-1').kept).toEqual(['orders prod']);
  });

  it('has what is global apart, last, and saving nothing', () => {
    const items = [
      at('site', 'global', { runtime: 'static-site' }),
      at('site', 'us-east-1', { runtime: 'lambda' }),
    ];
    expect(regionUses(items, all).map(({ region }) => region)).toEqual([
      'us-east-1',
      'global',
    ]);
    expect(useOf(items, 'us-east-1').lost).toEqual(['site prod']);
    expect(useOf(items, 'global')).toEqual({ lost: [], kept: [] });
  });

  it('is saved by what filters leave out', () => {
    const items = [
      at('orders', 'us-east-1'),
      at('orders', 'eu-west-1', { runtime: 'lambda' }),
    ];
    const fits = ({ runtime }: PlacementItem) => runtime !== 'lambda';
    expect(useOf(items, 'us-east-1', fits).kept).toEqual(['orders prod']);
    expect(regionUses(items, fits).map(({ region }) => region)).toEqual([
      'us-east-1',
    ]);
  });
});
