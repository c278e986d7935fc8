import { MockFetchApi } from '@backstage/test-utils';
import { SoaAccountsApiClient } from './SoaAccountsApi';

describe('SoaAccountsApiClient', () => {
  it('reads a list to its end', async () => {
    const asked: string[] = [];
    const fetchApi = new MockFetchApi({
      baseImplementation: async input => {
        const { searchParams } = new URL(
          String(input).replace('plugin://', 'http://'),
        );
        const cursor = searchParams.get('cursor');
        asked.push(`${searchParams.get('component')} ${cursor}`);
        return Response.json(
          cursor === null
            ? { items: [1, 2], nextCursor: 'two' }
            : { items: [3] },
        );
      },
    });
    const client = new SoaAccountsApiClient({ fetchApi });
    await expect(
      client.listPlacements({ component: 'component:default/orders' }),
    ).resolves.toEqual([1, 2, 3]);
    expect(asked).toEqual([
      'component:default/orders null',
      'component:default/orders two',
    ]);
  });

  it('reads no more than a page where a page is asked for', async () => {
    const fetch = jest.fn(async () =>
      Response.json({ items: [1], nextCursor: 'two' }),
    );
    const client = new SoaAccountsApiClient({ fetchApi: { fetch } });
    await expect(
      client.listPlacementsPage({ account: '111122223333', limit: 1 }),
    ).resolves.toEqual({ items: [1], nextCursor: 'two' });
    await client.readSummary();
    expect(fetch.mock.calls.map(([url]: unknown[]) => url)).toEqual([
      'plugin://soa-accounts/v1/placements?account=111122223333&limit=1',
      'plugin://soa-accounts/v1/summary',
    ]);
  });

  it('asks for outputs with the workspaces', async () => {
    const fetch = jest.fn(async () => Response.json({ items: [] }));
    const client = new SoaAccountsApiClient({ fetchApi: { fetch } });
    await client.listWorkspacesWithOutputs({
      component: 'component:default/orders',
    });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://soa-accounts/v1/workspaces?component=component%3Adefault%2Forders&outputs=true&limit=500',
      expect.anything(),
    );
  });

  it('asks for a workspace, its runs and what belongs to them', async () => {
    const asked: string[] = [];
    const fetch = jest.fn(async (input: any, init?: RequestInit) => {
      asked.push(
        `${init?.method ?? 'GET'} ${input} ${init?.body ?? ''}`.trim(),
      );
      return Response.json({ items: [] });
    });
    const client = new SoaAccountsApiClient({ fetchApi: { fetch } });
    await client.getWorkspace('ws-1');
    await client.listRuns('ws-1');
    await client.getRun('run-1');
    expect(await client.listOutputs('ws-1')).toEqual([]);
    await client.listResources('ws-1', '2');
    await client.startRun('ws/1', { type: 'plan' });
    await client.actOnRun('run-1', 'apply', 'Go');
    expect(asked).toEqual([
      'GET plugin://soa-accounts/v1/workspaces/ws-1',
      'GET plugin://soa-accounts/v1/workspaces/ws-1/runs',
      'GET plugin://soa-accounts/v1/runs/run-1',
      'GET plugin://soa-accounts/v1/workspaces/ws-1/outputs',
      'GET plugin://soa-accounts/v1/workspaces/ws-1/resources?cursor=2',
      'POST plugin://soa-accounts/v1/workspaces/ws%2F1/runs {"type":"plan"}',
      'POST plugin://soa-accounts/v1/runs/run-1/apply {"comment":"Go"}',
    ]);
  });
});
