import { mockCredentials } from '@backstage/backend-test-utils';
import type { ListedRollout, RolloutStore } from '../store';
import { listReadable } from './listReadable';
import type { RolloutAccess } from './RolloutAccess';

const records = Array.from(
  { length: 100 },
  (_, index) =>
    ({
      id: String(index),
      createdAt: String(1_000 - index).padStart(4, '0'),
      componentRef: index % 10 === 9 ? 'ours' : 'theirs',
    } as ListedRollout),
);

const store = {
  list: async ({ before, limit }) =>
    records
      .filter(({ createdAt }) => !before || createdAt < before.createdAt)
      .slice(0, limit),
} as Partial<RolloutStore> as RolloutStore;

const seeing = (...refs: string[]) => ({
  store,
  access: {
    readableRollouts: async rollouts =>
      new Set(rollouts.filter(one => refs.includes(one.componentRef))),
  } as Partial<RolloutAccess> as RolloutAccess,
});

/** All pages of a list. */
async function pages(of: ReturnType<typeof seeing>, limit: number) {
  const found: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await listReadable(
      of,
      { limit, cursor },
      mockCredentials.user(),
    );
    found.push(page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

describe('listReadable', () => {
  it('fills pages with what one may read, each once, in order', async () => {
    const found = await pages(seeing('ours'), 4);
    expect(found.flat()).toEqual(
      Array.from({ length: 10 }, (_, index) => String(index * 10 + 9)),
    );
    expect(found[0]).toHaveLength(4);
  });

  it('ends for who may read nothing', async () => {
    const found = await pages(seeing(), 3);
    expect(found.flat()).toEqual([]);
    // It does not read the whole table for one answer.
    expect(found.length).toBeGreaterThan(1);
  });

  it('gives all to who may read all', async () => {
    const found = await pages(seeing('ours', 'theirs'), 30);
    expect(found.map(({ length }) => length)).toEqual([30, 30, 30, 10]);
  });
});
