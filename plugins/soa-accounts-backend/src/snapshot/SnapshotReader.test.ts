import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { SnapshotReader } from './SnapshotReader';

function setUp() {
  const sources = [{ id: 'a', version: '1' }];
  const listWorkspaces = jest.fn(async () =>
    ['ws-b', 'ws-B', 'ws-a'].map(id => ({ id } as Workspace)),
  );
  const reader = new SnapshotReader({
    sources: { list: async () => sources },
    listUnits: async () => [],
    listAccounts: async () => [],
    listWorkspaces,
  });
  return { reader, sources, listWorkspaces };
}

describe('SnapshotReader', () => {
  it('reads once for all who ask, until something has changed', async () => {
    const { reader, sources, listWorkspaces } = setUp();
    const [one, other] = await Promise.all([reader.read(), reader.read()]);
    expect(one.snapshot).toBe(other.snapshot);
    expect(listWorkspaces).toHaveBeenCalledTimes(1);
    sources[0].version = '2';
    expect((await reader.read()).snapshot).not.toBe(one.snapshot);
    sources.pop();
    await reader.read();
    expect(listWorkspaces).toHaveBeenCalledTimes(3);
  });

  it('gives everything in an order that no database changes', async () => {
    const { snapshot } = await setUp().reader.read();
    expect(snapshot.workspaces.map(({ id }) => id)).toEqual([
      'ws-B',
      'ws-a',
      'ws-b',
    ]);
  });

  it('does not keep a failure', async () => {
    const { reader, listWorkspaces } = setUp();
    listWorkspaces.mockRejectedValueOnce(new Error('is down'));
    await expect(reader.read()).rejects.toThrow('is down');
    expect((await reader.read()).snapshot.workspaces).toHaveLength(3);
  });
});
