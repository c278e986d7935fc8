import { sorted } from './sorted';

describe('sorted', () => {
  it('does not mind the order of fields', () => {
    const one = { b: [{ y: 1, x: null }], a: true };
    const other = { a: true, b: [{ x: null, y: 1 }] };
    expect(JSON.stringify(sorted(one))).toBe(JSON.stringify(sorted(other)));
  });

  it('leaves the order of lists alone', () => {
    expect(sorted(['b', 'a'])).toEqual(['b', 'a']);
  });

  it('composes characters, as Terraform does', () => {
    expect(sorted({ name: ['Cafe\u0301', '\uf900'] })).toEqual({
      name: ['Café', '\u8c48'],
    });
  });
});
