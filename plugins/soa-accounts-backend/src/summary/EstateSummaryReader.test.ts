import { mockCredentials } from '@backstage/backend-test-utils';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { account } from '../__testUtils__/ordersRequest';
import { InventorySnapshot } from '../snapshot';
import { EstateSummaryReader } from './EstateSummaryReader';

const item = (overrides: Partial<PlacementItem> = {}): PlacementItem => ({
  componentRef: 'component:default/orders',
  environment: 'prod',
  account: {
    id: '111122223333',
    entityRef: 'resource:default/111122223333',
  },
  region: 'us-east-1',
  runtime: 'eks',
  workspace: {
    id: 'ws-1',
    name: 'orders',
    organization: 'acme',
    url: 'https://tfc.test',
  },
  state: 'in-sync',
  ...overrides,
});

const items = [
  item(),
  item({ region: 'eu-west-1', state: 'drifted' }),
  item({ region: 'global', environment: 'dev', state: 'missing-workspace' }),
  item({ componentRef: 'component:default/cart', state: 'undeclared' }),
  item({ componentRef: 'component:default/secret' }),
];
const accounts = ['ACTIVE', 'SUSPENDED', 'CLOSED', 'ACTIVE'].map(
  (state, index) =>
    account({
      id: `${index}`.repeat(12),
      state,
      entityRef: `resource:default/${index}`,
    }),
);

function setUp() {
  let time = 0;
  const shown = jest.fn(async (asked: readonly PlacementItem[]) =>
    asked.map(one => (one.componentRef.endsWith('secret') ? undefined : one)),
  );
  const reader = new EstateSummaryReader({
    inventory: {
      read: async () => ({
        snapshot: new InventorySnapshot({
          units: [],
          accounts: [...accounts],
          workspaces: [],
        }),
        sources: [],
      }),
    },
    readable: {
      refs: async refs => new Set(refs.filter(ref => !ref.endsWith('3'))),
    },
    placements: { list: async () => items, shown },
    now: () => new Date(time),
  });
  return {
    reader,
    shown,
    pass: (seconds: number) => {
      time += seconds * 1_000;
    },
  };
}

describe('EstateSummaryReader', () => {
  it('counts what is shown', async () => {
    const { reader } = setUp();
    expect(await reader.read(mockCredentials.user())).toEqual({
      services: 2,
      placements: {
        total: 4,
        byState: {
          'in-sync': 1,
          'missing-workspace': 1,
          undeclared: 1,
          drifted: 1,
          unknown: 0,
          'not-applied': 0,
        },
      },
      accounts: { total: 3, active: 1, suspended: 1 },
      regions: 2,
      environments: 2,
    });
  });

  it('looks up workspaces only where they decide', async () => {
    const { reader, shown } = setUp();
    await reader.read(mockCredentials.user());
    expect(
      shown.mock.calls[0][0].map(({ workspace }) => workspace?.id),
    ).toEqual([undefined, undefined, undefined, 'ws-1', undefined]);
  });

  it('counts for each by themselves, and anew after a while', async () => {
    const { reader, shown, pass } = setUp();
    const dana = mockCredentials.user('user:default/dana');
    const mika = mockCredentials.user('user:default/mika');
    await Promise.all([reader.read(dana), reader.read(dana)]);
    pass(30);
    await reader.read(dana);
    expect(shown).toHaveBeenCalledTimes(1);
    await reader.read(mika);
    expect(shown).toHaveBeenCalledTimes(2);
    pass(1);
    await reader.read(dana);
    expect(shown).toHaveBeenCalledTimes(3);
  });

  it('does not keep a failure', async () => {
    const { reader, shown } = setUp();
    shown.mockRejectedValueOnce(new Error('The catalog is away'));
    await expect(reader.read(mockCredentials.user())).rejects.toThrow('away');
    expect((await reader.read(mockCredentials.user())).services).toBe(2);
  });
});
