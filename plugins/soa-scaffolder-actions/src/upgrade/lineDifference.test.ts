import fc from 'fast-check';
import { lineDifference } from './lineDifference';

describe('lineDifference', () => {
  it('shows what lies between what is the same', () => {
    expect(lineDifference('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual([
      '- b',
      '+ x',
      '+ y',
    ]);
    expect(lineDifference('a\na', 'a')).toEqual(['- a']);
    expect(lineDifference('a', 'a')).toEqual([]);
  });

  it('counts what is too much to read', () => {
    const lines = lineDifference('x\n'.repeat(50), '');
    expect(lines).toHaveLength(41);
    expect(lines[40]).toBe('… and 10 lines more');
  });

  it('takes away and adds as many lines as there are more or fewer', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b'), { maxLength: 8 })
      .map(lines => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before, after);
        const count = (sign: string) =>
          lines.filter(line => line.startsWith(sign)).length;
        expect(count('+') - count('-')).toBe(
          after.split('\n').length - before.split('\n').length,
        );
        expect(lines.length === 0).toBe(before === after);
      }),
    );
  });
});
