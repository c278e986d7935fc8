import type { Attribution } from '@backstage-soa/plugin-soa-common';
import fc from 'fast-check';
import { mergeAttributions } from './mergeAttributions';

const attribution = (
  name: string,
  rule: Attribution['rule'],
  confidence: number,
) => ({ entityRef: `component:default/${name}`, rule, confidence });
const any = fc.uniqueArray(
  fc.record<Attribution>({
    entityRef: fc.constantFrom('a', 'b', 'c'),
    rule: fc.constant('resource'),
    confidence: fc.constantFrom(0.4, 0.6, 0.9),
  }),
  { selector: ({ entityRef }) => entityRef },
);

describe('mergeAttributions', () => {
  it('adds and strengthens', () => {
    expect(
      mergeAttributions(
        [attribution('cart', 'run', 1), attribution('new', 'account', 0.6)],
        [attribution('cart', 'account', 0.6), attribution('old', 'role', 0.95)],
      ),
    ).toEqual([
      attribution('cart', 'run', 1),
      attribution('old', 'role', 0.95),
      attribution('new', 'account', 0.6),
    ]);
  });

  it('takes nothing away and weakens nothing', () => {
    const before = [attribution('cart', 'role', 0.95)];
    expect(mergeAttributions([], before)).toEqual(before);
    expect(
      mergeAttributions([attribution('cart', 'account', 0.6)], before),
    ).toEqual(before);
  });

  it('is done after one time, whatever came first', () => {
    fc.assert(
      fc.property(any, any, (now, before) => {
        const merged = mergeAttributions(now, before);
        expect(mergeAttributions(now, merged)).toEqual(merged);
        expect(mergeAttributions(before, now)).toEqual(merged);
      }),
      { seed: 6 },
    );
  });
});
