import { mockServices } from '@backstage/backend-test-utils';
import { EndedOwners } from './EndedOwners';
import type { OwnedReservation, OwnedReservations } from './EndedOwners';
import { ownerOf, TestClock } from './__testUtils__/migrated';

const HOUR = 3_600;

function set() {
  const clock = new TestClock();
  const items = new Map<string, OwnedReservation>();
  const missing = new Set<string>();
  let problem: Error | undefined;
  const reservations: OwnedReservations<OwnedReservation> = {
    what: 'lock',
    listOwned: async ({ componentRef, afterId = '', limit }) =>
      [...items.values()]
        .filter(
          ({ id, owner }) =>
            id > afterId &&
            (!componentRef || owner.componentRef === componentRef),
        )
        .slice(0, limit),
    noteMissing: async ({ id }, missingSince) => {
      items.set(id, { ...items.get(id)!, missingSince });
    },
    free: async ({ id, missingSince }) => {
      if (problem) {
        throw problem;
      }
      return items.get(id)?.missingSince === missingSince && items.delete(id);
    },
    describe: ({ id }) => ({ id }),
  };
  const logger = mockServices.logger.mock();
  const ends = new EndedOwners({
    reservations,
    logger,
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    rollouts: { ended: async () => new Set(), componentOf: async () => '' },
    missing: {
      among: async owned =>
        new Set(owned.filter(({ owner }) => missing.has(owner.id))),
    },
    now: clock.now,
  });
  const add = (id: string, change: Partial<OwnedReservation> = {}) =>
    items.set(id, {
      id,
      owner: ownerOf(id),
      requestedAt: '2026-11-27T10:00:00.000Z',
      ...change,
    });
  return {
    clock,
    items,
    missing,
    ends,
    logger,
    add,
    setProblem: (to?: Error) => {
      problem = to;
    },
  };
}

describe('EndedOwners', () => {
  it('waits a day, from the first time that an owner is missed', async () => {
    const { clock, items, missing, ends, add } = set();
    add('a');
    add('b');
    missing.add('a');
    await ends.freeOfMissing();
    clock.pass(24 * HOUR - 1);
    await ends.freeOfMissing();
    expect([...items.keys()]).toEqual(['a', 'b']);
    clock.pass(1);
    await ends.freeOfMissing();
    expect([...items.keys()]).toEqual(['b']);
  });

  it('starts over where the owner was there in between', async () => {
    const { clock, items, missing, ends, add } = set();
    add('a');
    missing.add('a');
    await ends.freeOfMissing();
    missing.clear();
    await ends.freeOfMissing();
    missing.add('a');
    clock.pass(30 * HOUR);
    await ends.freeOfMissing();
    expect([...items.keys()]).toEqual(['a']);
  });

  it('goes on with the others where one cannot be freed', async () => {
    const { clock, items, missing, ends, add, setProblem, logger } = set();
    add('a');
    missing.add('a');
    await ends.freeOfMissing();
    clock.pass(24 * HOUR);
    setProblem(new Error('The database is away'));
    await ends.freeOfMissing();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/tried again: Error: The database is away/),
    );
    setProblem();
    await ends.freeOfMissing();
    expect(items.size).toBe(0);
  });

  it('sees to all of many', async () => {
    const { items, missing, ends, add, clock } = set();
    for (let index = 0; index < 1_200; index += 1) {
      const id = `r${String(index).padStart(4, '0')}`;
      add(id);
      missing.add(id);
    }
    await ends.freeOfMissing();
    clock.pass(24 * HOUR);
    await ends.freeOfMissing();
    expect(items.size).toBe(0);
  });

  it('frees what a destroyed component had, and not what came since', async () => {
    const { items, ends, add } = set();
    const destroyedAt = '2026-11-27T11:00:00.000Z';
    add('a');
    add('b', {
      owner: ownerOf('b', { componentRef: 'component:default/cart' }),
    });
    add('c', { requestedAt: '2026-11-27T12:00:00.000Z' });
    await ends.freeOfComponent('component:default/orders', destroyedAt);
    await ends.freeOfComponent('component:default/orders', destroyedAt);
    expect([...items.keys()]).toEqual(['b', 'c']);
  });

  it('says of a destroyed component that not all is free', async () => {
    const { items, ends, add, setProblem } = set();
    add('a');
    setProblem(new Error('The database is away'));
    const free = () =>
      ends.freeOfComponent(
        'component:default/orders',
        '2026-11-27T11:00:00.000Z',
      );
    await expect(free()).rejects.toThrow('1 of what component:default/orders');
    setProblem();
    await free();
    expect(items.size).toBe(0);
  });
});
