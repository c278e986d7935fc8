import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { account } from '../__testUtils__/ordersRequest';
import { InventorySnapshot } from '../snapshot';
import { registerGetAccount } from './registerGetAccount';
import type { ActionOptions } from './ActionOptions';

const ids = ['011122223333', '111122223333', '222222223333', '333322223333'];
const names = ['prod', 'Twins', 'twins', '011122223333'];

/** Two accounts share a name, and one is called by another's id. */
function setUp(hidden: string[] = []) {
  const actionsRegistry = actionsRegistryServiceMock();
  const snapshot = new InventorySnapshot({
    units: [],
    workspaces: [],
    accounts: ids.map((id, index) =>
      account({
        id,
        name: names[index],
        entityRef: `resource:default/${id}`,
        email: `${id}@example.com`,
      }),
    ),
  });
  registerGetAccount({
    actionsRegistry,
    inventory: { read: async () => ({ snapshot, sources: [] }) },
    readable: {
      refs: async refs =>
        new Set(
          refs.filter(
            ref => !hidden.some(id => ref === `resource:default/${id}`),
          ),
        ),
    },
  } as Partial<ActionOptions> as ActionOptions);
  return async (wanted: string): Promise<any> =>
    (
      await actionsRegistry.invoke({
        id: 'test:get-account',
        input: { account: wanted },
        credentials: mockCredentials.user(),
      })
    ).output;
}

describe('get-account', () => {
  it.each(['prod', 'PROD', '011122223333'])(
    'finds %s, with all that HTTP gives of it',
    async wanted => {
      expect(await setUp()(wanted)).toEqual({
        account: account({
          id: '011122223333',
          name: 'prod',
          entityRef: 'resource:default/011122223333',
          email: '011122223333@example.com',
        }),
      });
    },
  );

  it('asks which, where several have the name', async () => {
    await expect(setUp()('twins')).rejects.toThrow(
      'account: 2 accounts are called "twins": ask for one by its id, such as 111122223333, 222222223333',
    );
  });

  it('counts no account that the caller may not see', async () => {
    const get = setUp(['111122223333']);
    expect((await get('twins')).account.id).toBe('222222223333');
  });

  it.each(['111122223333', 'nothing', '%', ''])(
    'tells nothing of %p, whether it is hidden or not there',
    async wanted => {
      await expect(setUp(['111122223333'])(wanted)).rejects.toThrow(
        wanted
          ? `There is no account "${wanted}", or you may not see it`
          : 'account: ',
      );
    },
  );
});
