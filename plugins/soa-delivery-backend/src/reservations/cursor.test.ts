import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';

const place = z.tuple([z.string(), z.number()]);

describe('cursor', () => {
  it('reads what it has written', () => {
    expect(decodeCursor(encodeCursor(['a', 1]), place)).toEqual(['a', 1]);
    expect(decodeCursor(undefined, place)).toBeUndefined();
  });

  it.each([
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['another shape', encodeCursor(['a', 'b'])],
    ['a NUL', encodeCursor(['\0', 1])],
    ['nothing', ''],
  ])('refuses %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, place)).toThrow(
      /^cursor is not one that this server gave/,
    );
  });
});
