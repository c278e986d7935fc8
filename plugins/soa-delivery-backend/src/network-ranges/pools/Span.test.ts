import fc from 'fast-check';
import { parseSpan, sizeOf, toCidr } from './Span';

describe('parseSpan', () => {
  it('reads every range that it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: 1, max: 32 }),
        (address, prefix) => {
          const size = sizeOf(prefix);
          const first = Math.floor(address / size) * size;
          expect(parseSpan(toCidr(first, prefix))).toEqual({
            first,
            last: first + size - 1,
          });
        },
      ),
    );
  });

  it.each([
    '10.0.0.1/16',
    '10.0.0.0',
    '10.0.0.0/33',
    '256.0.0.0/8',
    '10.0.0/8',
    '2001:db8::/32',
    '10.0.0.0/16 ',
    '',
  ])('takes %p for none', cidr => {
    expect(parseSpan(cidr)).toBeUndefined();
  });
});
