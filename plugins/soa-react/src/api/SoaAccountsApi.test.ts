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
});
