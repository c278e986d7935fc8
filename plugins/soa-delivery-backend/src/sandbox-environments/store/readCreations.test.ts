import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { rolloutWish } from '../../__testUtils__/rolloutWish';
import { RolloutStore } from '../../store';
import type { RolloutRecord } from '../../store';
import { readCreations } from './readCreations';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

const BEFORE = '2026-11-27T09:00:00.000Z';
const AT = '2026-11-27T10:00:00.000Z';
const AFTER = '2026-11-27T11:00:00.000Z';

describe.each(databases.eachSupportedId())('readCreations on %s', id => {
  async function read(
    rollouts: ReadonlyArray<
      readonly [
        at: string,
        state: RolloutRecord['state'],
        operation?: 'destroy',
      ]
    >,
  ) {
    const knex = await databases.init(id);
    let now = AT;
    const store = await RolloutStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
      () => new Date(now),
    );
    const wish = rolloutWish();
    for (const [index, [at, state, operation]] of rollouts.entries()) {
      now = at;
      const source = { url: `https://code.example/${index}.tar.gz` };
      const { id: rolloutId } = await store.insert(
        { ...wish, source, operation },
        'user:default/mia',
      );
      await knex('soa_rollouts').where({ id: rolloutId }).update({ state });
    }
    const { componentRef } = wish;
    const creations = await readCreations(knex, [
      { componentRef, createdAt: AT },
      { componentRef: 'component:default/other', createdAt: AT },
    ]);
    expect(creations.get('component:default/other')).toBe('not-made');
    return creations.get(componentRef);
  }

  it.each([
    ['none', [], 'not-made'],
    ['one that goes on', [[AT, 'running']], 'under-way'],
    ['one that is paused', [[AFTER, 'paused']], 'under-way'],
    ['one that has failed', [[AFTER, 'failed']], 'not-made'],
    ['one that has made it', [[AFTER, 'applied']], undefined],
    [
      'one that has, and one that changes it',
      [
        [AT, 'applied'],
        [AFTER, 'running'],
      ],
      undefined,
    ],
    ['one of an earlier life', [[BEFORE, 'applied']], 'not-made'],
    ['one that destroys it', [[AFTER, 'running', 'destroy']], 'not-made'],
  ] as const)('knows what comes of %s', async (_, rollouts, creation) => {
    expect(await read(rollouts)).toBe(creation);
  });
});
