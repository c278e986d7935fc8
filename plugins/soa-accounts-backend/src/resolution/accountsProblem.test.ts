import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ReadableEntities } from '../access';
import { InventorySnapshot } from '../snapshot';
import type { SourceState } from '../store';
import { accountsProblem } from './accountsProblem';
import { PlacementResolver } from './PlacementResolver';

const at = new Date(0);
const source = (state: Partial<SourceState> = {}) => ({
  id: 'aws-organizations:1',
  version: '1',
  ...state,
});
const configured = ['aws-organizations:1'];

describe('accountsProblem', () => {
  it.each<[string[], RegExp, SourceState[]]>([
    [[], /configured .* ask whoever runs this portal to add one/, []],
    [configured, /have not been read yet: try again/, []],
    [configured, /have not been read yet: try again/, [source()]],
    [configured, /the last attempt failed: ask/, [source({ failedAt: at })]],
    [['aws-organizations:2'], /not been read yet/, [source({ readAt: at })]],
  ])('says why nobody knows the accounts, case %#', (ids, message, sources) => {
    expect(accountsProblem(ids, sources)).toMatch(message);
  });

  it('says nothing once they have been read, even if that failed later', () => {
    const later = source({ readAt: at, failedAt: at });
    expect(accountsProblem(configured, [later])).toBeUndefined();
  });

  it('is the answer, and not that no account offers anything', async () => {
    const resolver = new PlacementResolver({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [] }),
      userInfo: mockServices.userInfo(),
      readable: {} as ReadableEntities,
      inventory: {
        read: async () => ({
          snapshot: new InventorySnapshot({
            units: [],
            accounts: [],
            workspaces: [],
          }),
          sources: [],
        }),
      },
      organizationSources: configured,
      environments: ['prod'],
      regions: [],
      terraformOrganization: 'acme',
    });
    const wish = {
      name: 'orders',
      owner: 'group:default/team-shop',
      runtime: 'eks' as const,
      stages: [{ environment: 'prod', regions: ['us-east-1'] }],
    };
    expect(await resolver.resolve(wish, mockCredentials.user())).toEqual({
      placements: [],
      problems: [
        { input: 'stages', message: expect.stringContaining('not been read') },
      ],
    });
  });
});
