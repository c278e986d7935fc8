import type { Workspace } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { runOf, throttled } from '../__testUtils__/FakeRuns';
import { RunLists } from './RunLists';

const workspace = {
  id: 'ws-1',
  name: 'orders',
  organization: 'acme',
} as Workspace;

function setUp(patienceMs?: number) {
  const time = { ms: 0 };
  const listRuns = jest.fn(async (_id: string, _options?: object) => [runOf()]);
  const hcpTerraform = {
    client: () => ({ listRuns }),
  } as unknown as HcpTerraform;
  const lists = new RunLists({
    hcpTerraform,
    maxAgeMs: 1_000,
    patienceMs,
    now: () => new Date(time.ms),
  });
  return { time, listRuns, lists };
}

describe('RunLists', () => {
  it('reads once for all who ask, and again when it is old', async () => {
    const { time, listRuns, lists } = setUp();
    const [one, other] = await Promise.all([
      lists.get(workspace),
      lists.get(workspace),
    ]);
    expect(one).toBe(other);
    time.ms = 999;
    await lists.get(workspace);
    expect(listRuns).toHaveBeenCalledTimes(1);
    time.ms = 1_000;
    expect((await lists.get(workspace)).readAt).toEqual(new Date(1_000));
    expect(listRuns).toHaveBeenCalledTimes(2);
  });

  it('serves what it knows, as old, where there is no newer one', async () => {
    const { time, listRuns, lists } = setUp();
    await lists.get(workspace);
    time.ms = 5_000;
    listRuns.mockRejectedValueOnce(throttled());
    expect(await lists.get(workspace)).toEqual({
      runs: [runOf()],
      readAt: new Date(0),
      isOld: true,
    });
    expect((await lists.get(workspace)).isOld).toBeUndefined();
  });

  it('serves nothing old to whom builds on it', async () => {
    const { listRuns, lists } = setUp();
    await lists.get(workspace);
    listRuns.mockRejectedValueOnce(throttled());
    await expect(lists.getNow(workspace)).rejects.toThrow(
      'takes no more requests now',
    );
  });

  it('does not keep what was asked for before something was done', async () => {
    const { listRuns, lists } = setUp();
    let answer!: (runs: never[]) => void;
    listRuns.mockReturnValueOnce(new Promise(resolve => (answer = resolve)));
    const before = lists.get(workspace);
    lists.forget(workspace.id);
    answer([]);
    expect((await before).runs).toEqual([]);
    expect((await lists.get(workspace)).runs).toEqual([runOf()]);
  });

  it('says what the limit is where it has waited in vain', async () => {
    const { listRuns, lists } = setUp(1);
    listRuns.mockImplementationOnce(
      (_id, options) =>
        new Promise((_, reject) => {
          const { signal } = options as { signal: AbortSignal };
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    await expect(lists.get(workspace)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('30 lists a minute'),
    });
  });
});
