import fc from 'fast-check';
import { ordersPlacements } from '../__testUtils__/orders';
import { describeOrder } from './describeOrder';
import { planWaves } from './planWaves';
import type { WaveSelector } from './WaveSelector';

const plan = (...selectors: WaveSelector[]) =>
  planWaves(ordersPlacements, selectors);

describe('planWaves', () => {
  it.each<[string, WaveSelector[], string[][] | undefined]>([
    ['no order', [], undefined],
    ['an environment', [{ environment: 'prod' }], [['prod-use1', 'prod-euw1']]],
    [
      'a Region, and what is left of an environment',
      [{ region: 'us-east-1' }, { environment: 'prod' }],
      [['dev-use1', 'prod-use1'], ['prod-euw1']],
    ],
    [
      'all that a wave says',
      [{ environment: 'prod', region: 'eu-west-1' }],
      [['prod-euw1']],
    ],
    [
      'an account, one of it before the rest',
      [{ account: '111122223333', count: 1 }, { account: '111122223333' }],
      [['prod-use1'], ['prod-euw1']],
    ],
    ['one of all', [{ count: 1 }], [['dev-use1']]],
    [
      'a rest where there is none',
      [{ count: 9 }, {}],
      [['dev-use1', 'prod-use1', 'prod-euw1']],
    ],
    [
      'one and its rest where there is only one',
      [{ environment: 'dev', count: 1 }, { environment: 'dev' }],
      [['dev-use1']],
    ],
  ])('takes %s', (_, selectors, waves) => {
    expect(plan(...selectors)).toEqual(waves);
  });

  it.each<[WaveSelector[], string]>([
    [
      [{}, { region: 'sa-east-1', count: 1 }],
      'waves[1]: none of the placements is in region sa-east-1',
    ],
    [
      [{ environment: 'prod' }, { environment: 'prod', count: 1 }],
      'waves[1]: earlier waves have taken all placements in environment prod',
    ],
    [[{}, {}], 'waves[1]: earlier waves have taken all placements in any'],
  ])('refuses what can never take anything: %j', (selectors, message) => {
    expect(() => plan(...selectors)).toThrow(message);
  });

  it('takes each placement once at the most, whatever is chosen', () => {
    const part = (...values: string[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const selector = fc.record({
      environment: part('dev', 'prod', 'none'),
      region: part('us-east-1', 'eu-west-1'),
      count: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(selector, { maxLength: 4 }), selectors => {
        let waves: string[][] | undefined;
        try {
          waves = plan(...selectors);
        } catch {
          return;
        }
        const taken = waves?.flat() ?? [];
        expect(new Set(taken).size).toBe(taken.length);
        expect(waves?.every(({ length }) => length > 0)).not.toBe(false);
      }),
    );
  });
});

describe('describeOrder', () => {
  it('counts what is too much to read', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...ordersPlacements[0],
      key: `k${index + 1}`,
    }));
    expect(describeOrder(many)).toBe(
      'k1, k2, k3, k4, k5, k6, k7, k8, k9, k10 and 2 more',
    );
  });

  it('says which placements come after which', () => {
    expect(describeOrder(ordersPlacements)).toBe(
      'dev-use1, prod-use1, prod-euw1',
    );
    expect(
      describeOrder(ordersPlacements, [['prod-euw1'], ['prod-use1']]),
    ).toBe('prod-euw1, and then to prod-use1, and then to dev-use1');
  });
});
