import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../../reservations/__testUtils__/migrated';
import { sandboxWish } from '../__testUtils__/sandboxWish';
import { SandboxStore } from './SandboxStore';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

describe.each(databases.eachSupportedId())('SandboxStore on %s', id => {
  const start = async () =>
    new SandboxStore(await migrated(await databases.init(id)));

  it('keeps the first of two that ask at once', async () => {
    const store = await start();
    const records = await Promise.all(
      ['2026-12-04T10:00:00.000Z', '2026-12-05T10:00:00.000Z'].map(expiresAt =>
        store.insert(sandboxWish({ expiresAt })),
      ),
    );
    expect(records[0]).toEqual(records[1]);
    expect(await store.list({ limit: 10 })).toEqual([records[0]]);
  });

  it('takes one of two changes of the same', async () => {
    const store = await start();
    const record = await store.insert(sandboxWish());
    const [one, other] = await Promise.all([
      store.change(record, { state: 'destroying', attempts: 1 }),
      store.change(record, { expiresAt: '2026-12-30T10:00:00.000Z' }),
    ]);
    expect([one, other].filter(Boolean)).toHaveLength(1);
    expect(await store.get(record.componentRef)).toEqual(one ?? other);
    await store.remove(record);
    expect(await store.get(record.componentRef)).toBeDefined();
    await store.remove((one ?? other)!);
    expect(await store.get(record.componentRef)).toBeUndefined();
  });

  it('lists them page by page, the next to expire first', async () => {
    const store = await start();
    for (const [name, day] of [
      ['late', '09'],
      ['b', '05'],
      ['a', '05'],
    ]) {
      await store.insert(
        sandboxWish({
          componentRef: `component:default/${name}`,
          expiresAt: `2026-12-${day}T10:00:00.000Z`,
        }),
      );
    }
    const first = await store.list({ limit: 2 });
    const { expiresAt, componentRef } = first[1];
    const rest = await store.list({
      limit: 2,
      after: [expiresAt, componentRef],
    });
    expect([...first, ...rest].map(record => record.componentRef)).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/late',
    ]);
  });
});
