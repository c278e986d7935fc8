import fc from 'fast-check';
import { firstFit } from './firstFit';
import { overlaps, parseSpan, sizeOf, toCidr } from './Span';
import type { Span } from './Span';

const POOL = parseSpan('10.0.0.0/16')!;

const spanIn = (pool: Span) =>
  fc
    .tuple(fc.integer({ min: 20, max: 28 }), fc.nat())
    .map(([prefix, at]): Span => {
      const size = sizeOf(prefix);
      const places = (pool.last - pool.first + 1) / size;
      const first = pool.first + (at % places) * size;
      return { first, last: first + size - 1 };
    });

describe('firstFit', () => {
  it('gives the first free range, aligned, and none that is taken', () => {
    fc.assert(
      fc.property(
        fc.array(spanIn(POOL), { maxLength: 60 }),
        fc.integer({ min: 18, max: 28 }),
        (spans, prefix) => {
          const taken = [...spans].sort((a, b) => a.first - b.first);
          const found = firstFit(POOL, prefix, taken);
          const size = sizeOf(prefix);
          // As slowly, and as surely, as can be.
          let expected: number | undefined;
          for (
            let first = POOL.first;
            expected === undefined && first < POOL.last;
            first += size
          ) {
            const span = { first, last: first + size - 1 };
            if (!taken.some(one => overlaps(one, span))) {
              expected = first;
            }
          }
          expect(found).toBe(expected);
        },
      ),
    );
  });

  it('fills a pool to its last address, and then has no room', () => {
    const taken: Span[] = [];
    for (let count = 0; count < 256; count += 1) {
      const first = firstFit(POOL, 24, taken)!;
      expect(toCidr(first, 24)).toBe(`10.0.${count}.0/24`);
      taken.push({ first, last: first + 255 });
    }
    expect(firstFit(POOL, 24, taken)).toBeUndefined();
    expect(firstFit(POOL, 28, taken)).toBeUndefined();
  });

  it('goes past what begins before the pool, and what reaches beyond it', () => {
    const before = parseSpan('10.0.0.0/15')!;
    expect(firstFit(POOL, 24, [before])).toBeUndefined();
    const inside = parseSpan('10.0.0.0/17')!;
    expect(firstFit(POOL, 17, [inside])).toBe(
      parseSpan('10.0.128.0/17')!.first,
    );
  });

  it('does not give a range that is larger than the pool', () => {
    expect(firstFit(POOL, 15, [])).toBeUndefined();
    const odd = parseSpan('10.1.0.0/16')!;
    expect(firstFit(odd, 15, [])).toBeUndefined();
  });
});
