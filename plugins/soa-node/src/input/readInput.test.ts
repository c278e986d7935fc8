import { z } from 'zod';
import { readInput } from './readInput';

const schema = z.object({
  name: z.string(),
  stages: z.array(z.object({ regions: z.array(z.string()) })).optional(),
});

describe('readInput', () => {
  it('gives what has the shape, and nothing else of it', () => {
    expect(readInput(schema, { name: 'orders', extra: 1 })).toEqual({
      name: 'orders',
    });
  });

  it('names every field at fault as it is written', () => {
    expect(() =>
      readInput(schema, { name: 1, stages: [{ regions: ['a', 2] }] }),
    ).toThrow(/^name: .+; stages\[0\]\.regions\[1\]: /);
  });

  it.each([
    [{ name: 'orders\0' }, 'name: '],
    [
      { name: 'orders', stages: [{ regions: ['\0'] }] },
      'stages[0].regions[0]: ',
    ],
  ])('refuses a NUL, which PostgreSQL does not take: %j', (value, at) => {
    expect(() => readInput(schema, value)).toThrow(
      `${at}holds a NUL character: leave it out`,
    );
  });

  it('names the whole where the whole is at fault', () => {
    expect(() => readInput(schema, undefined)).toThrow(/^body: /);
  });
});
