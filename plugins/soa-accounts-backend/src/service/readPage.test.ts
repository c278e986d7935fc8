import fc from 'fast-check';
import { readPage } from './readPage';

const pageOf = (items: string[], limit: number, cursor?: string) =>
  readPage({
    items: [...items].sort(),
    key: item => item,
    wanted: item => !item.startsWith('y'),
    query: { limit, cursor },
    shown: async page =>
      page.map(item => (item.startsWith('x') ? undefined : item)),
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
        fc.uniqueArray(
          fc.oneof(
            fc.string({ unit: 'binary', minLength: 1 }),
            fc.constantFrom('x1', 'x2', 'x3', 'y1', 'y2', 'y3'),
          ),
        ),
        fc.integer({ min: 1, max: 7 }),
        async (items, limit) => {
          expect(await allOf(items, limit)).toEqual(
            items.filter(item => !/^[xy]/.test(item)).sort(),
          );
        },
      ),
    );
  });

  it('fills a page with what may be seen', async () => {
    const items = ['a', 'x1', 'x2', 'x3', 'z'];
    expect((await pageOf(items, 2)).items).toEqual(['a', 'z']);
  });

  it('asks about many at once where little may be seen', async () => {
    const shown = jest.fn(async (page: readonly string[]) =>
      page.map(item => (item === 'z' ? item : undefined)),
    );
    const items = Array.from({ length: 10_000 }, (_, index) => `x${index}`);

    const page = await readPage({
      items: [...items, 'z', 'zz'],
      key: item => item,
      query: { limit: 1 },
      shown,
    });

    expect(page.items).toEqual(['z']);
    expect(shown.mock.calls.length).toBeLessThan(40);
    expect(shown.mock.calls.every(([asked]) => asked.length <= 500)).toBe(true);
  });

  it('looks at no more of a long list than the page takes', async () => {
    const key = jest.fn((item: string) => item);
    const items = Array.from({ length: 10_000 }, (_, index) =>
      String(index).padStart(5, '0'),
    );
    const query = { limit: 500 };
    const shown = async (page: readonly string[]) => [...page];
    const first = await readPage({ items, key, query, shown });
    const { nextCursor: cursor } = first;
    const second = await readPage({
      items,
      key,
      query: { ...query, cursor },
      shown,
    });
    expect(second.items[0]).toBe('00500');
    expect(key.mock.calls.length).toBeLessThan(20);
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
