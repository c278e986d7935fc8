import fc from 'fast-check';
import { withJsonValue } from './withJsonValue';

describe('withJsonValue', () => {
  const text = `{\n  "regions": ["us-east-1"],\n  "settings":   {\n    "image": "a",\n    "cpu": 1.0\n  }\n}\n`;

  it('replaces a value, and keeps how the rest is written', () => {
    expect(withJsonValue(text, ['settings', 'image'], 'b')).toBe(
      text.replace('"a"', '"b"'),
    );
    expect(withJsonValue(text, ['regions'], ['x', 'y'])).toBe(
      text.replace('["us-east-1"]', '[\n    "x",\n    "y"\n  ]'),
    );
  });

  it('adds a value, as the others are written', () => {
    expect(withJsonValue(text, ['settings', 'zip'], { key: 'k' })).toBe(
      text.replace('1.0', '1.0,\n    "zip": {\n      "key": "k"\n    }'),
    );
    expect(withJsonValue('{"a": 1}', ['b'], 2)).toBe('{"a": 1, "b": 2}');
    expect(withJsonValue('{}', ['b'], 2)).toBe('{\n  "b": 2\n}');
  });

  it('changes nothing where there is nothing to change', () => {
    expect(withJsonValue(text, ['settings', 'cpu'], 1)).toBe(text);
    expect(withJsonValue(text, ['settings', 'x'], undefined)).toBe(text);
  });

  it('says so where the path is not there', () => {
    expect(() => withJsonValue('{"a": 1}', ['a', 'b'], 1)).toThrow(
      'There is no a in it',
    );
  });

  it('gives JSON with that value and the others, whatever they are', () => {
    const value = fc.jsonValue();
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), value),
        fc.string(),
        value,
        fc.constantFrom(undefined, 1, 2, '\t'),
        (others, key, put, indent) => {
          fc.pre(
            !['__proto__'].includes(key) &&
              !('__proto__' in others && Object.hasOwn(others, '__proto__')),
          );
          const before = JSON.stringify(
            { settings: others },
            undefined,
            indent,
          );
          const after = JSON.parse(
            withJsonValue(before, ['settings', key], put),
          );
          expect(after).toEqual({
            settings: {
              ...JSON.parse(before).settings,
              [key]: JSON.parse(JSON.stringify(put)),
            },
          });
        },
      ),
    );
  });
});
