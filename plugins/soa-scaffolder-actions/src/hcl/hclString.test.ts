import fc from 'fast-check';
import { hclString } from './hclString';

/** Reads a quoted template as the HCL specification says, or fails. */
function readHcl(source: string): string {
  const chars = [...source];
  let at = 0;
  const next = () => chars[at++];
  const take = (count: number) => {
    at += count;
    return chars.slice(at - count, at).join('');
  };
  if (next() !== '"') {
    throw new Error('no quote');
  }
  let text = '';
  for (;;) {
    const char = next();
    if (char === undefined || char === '\n' || char === '\r') {
      throw new Error('not closed');
    } else if (char === '"') {
      break;
    } else if (char === '\\') {
      const escape = next();
      const plain = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }[escape];
      const digits = { u: 4, U: 8 }[escape];
      text += plain ?? String.fromCodePoint(parseInt(take(digits ?? NaN), 16));
    } else if (
      (char === '$' || char === '%') &&
      chars[at] === char &&
      chars[at + 1] === '{'
    ) {
      take(2);
      text += `${char}{`;
    } else if ((char === '$' || char === '%') && chars[at] === '{') {
      throw new Error('a template');
    } else {
      text += char;
    }
  }
  if (at !== chars.length) {
    throw new Error('closed too early');
  }
  return text;
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '\\', '${', '%{', '$', '%', '{', '\n', '\r', '\t'),
      fc.constantFrom('\u0000', '\u2028', '\u200b', '注文', '😀', '}', '~'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map(parts => parts.join(''));

describe('hclString', () => {
  it.each([
    ['prod-use1', '"prod-use1"'],
    ['say "hi"\n', '"say \\"hi\\"\\n"'],
    ['C:\\new', '"C:\\\\new"'],
    ['${var.x} %{ if }', '"$${var.x} %%{ if }"'],
    ['$ and %, 100%', '"$ and %, 100%"'],
    ['\u0007\u{e0001}', '"\\u0007\\U000e0001"'],
    ['\ud800', '"\ufffd"'],
  ])('writes %j', (value, hcl) => {
    expect(hclString(value)).toBe(hcl);
  });

  it('is read back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, value => {
        expect(readHcl(hclString(value))).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });
});
