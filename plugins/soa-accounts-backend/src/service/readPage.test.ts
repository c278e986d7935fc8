import fc from 'fast-check';
import { readPage } from './readPage';

const pageOf = (items: string[], limit: number, cursor?: string) =>
  readPage({
    items,
    key: item => item,
    query: { limit, cursor },
    shown: async page => page.filter(item => !item.startsWith('x')),
  });

async function allOf(items: string[], limit: number) {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageOf(items, limit, cursor);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

describe('readPage', () => {
  it('gives every item that may be seen once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 })),
        fc.integer({ min: 1, max: 7 }),
        async (items, limit) => {
          expect(await allOf(items, limit)).toEqual(
            items.filter(item => !item.startsWith('x')).sort(),
          );
        },
      ),
    );
  });

  it('fills a page with what may be seen', async () => {
    const items = ['a', 'x1', 'x2', 'x3', 'z'];
    expect((await pageOf(items, 2)).items).toEqual(['a', 'z']);
  });

  it('keeps its place when items come and go', async () => {
    const { items, nextCursor } = await pageOf(['a', 'b', 'c'], 2);
    expect(items).toEqual(['a', 'b']);
    expect((await pageOf(['0', 'a', 'bb', 'c'], 2, nextCursor)).items).toEqual([
      'bb',
      'c',
    ]);
  });

  it.each([
    'nonsense',
    '%00',
    Buffer.from('{"after":1}').toString('base64url'),
  ])('refuses the cursor %p', async cursor => {
    await expect(pageOf(['a'], 1, cursor)).rejects.toThrow(
      'cursor is not one that this server gave',
    );
  });
});
