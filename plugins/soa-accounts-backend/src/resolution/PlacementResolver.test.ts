import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { PlatformParameter } from '@backstage-soa/plugin-soa-common';
import { account, SHOP } from '../__testUtils__/ordersRequest';
import type { ReadableEntities } from '../access';
import { InventorySnapshot } from '../snapshot';
import type { SourceState } from '../store';
import { PlacementResolver } from './PlacementResolver';

const at = new Date(0);
const first = { id: 'aws-organizations:1', version: '1', readAt: at };
const second = { id: 'aws-organizations:2', version: '', failedAt: at };

const published = new Set(['kms-key-arn', 'subnet-ids', 'vpc-id']);

async function resolve(
  sources: SourceState[],
  runtime: 'ecs-fargate' | 'eks' = 'ecs-fargate',
  regions = ['us-east-1'],
  needs?: PlatformParameter[],
) {
  const readable: Partial<ReadableEntities> = {
    refs: async refs => new Set(refs),
    existing: async refs => new Set(refs),
    isService: () => true,
  };
  const resolver = new PlacementResolver({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [] }),
    userInfo: mockServices.userInfo(),
    readable: readable as ReadableEntities,
    inventory: {
      read: async () => ({
        snapshot: new InventorySnapshot({
          units: [],
          accounts: [account({})],
          workspaces: [],
        }),
        sources,
      }),
    },
    managementAccounts: ['1', '2'],
    environments: ['prod'],
    regions: [],
    terraformOrganization: 'acme',
    platformOwners: [],
    platforms: {
      read: async ({ region }) =>
        ({ 'eu-west-1': new Set<string>(), 'ap-south-1': 'unknown' as const }[
          region
        ] ?? published),
    },
  });
  return resolver.resolve(
    {
      name: 'orders',
      owner: SHOP,
      runtime,
      stages: [{ environment: 'prod', regions }],
      needs,
    },
    mockCredentials.service(),
  );
}

describe('PlacementResolver', () => {
  it('refuses all where no organisation has been read', async () => {
    expect(await resolve([second])).toEqual({
      placements: [],
      problems: [
        { input: 'stages', message: expect.stringContaining('not been read') },
      ],
    });
  });

  it('finds what is in one organisation though another cannot be read', async () => {
    const { placements, problems } = await resolve([first, second]);
    expect(problems).toEqual([]);
    expect(placements).toHaveLength(1);
  });

  it('says that another has not been read where it finds nothing', async () => {
    const { problems } = await resolve([first, second], 'eks');
    expect(problems).toEqual([
      {
        input: 'stages[0].account',
        message: expect.stringMatching(
          /^No account offers eks in prod.*The organisation 2 has not been read/,
        ),
      },
    ]);
  });

  it('refuses where services find nothing to share', async () => {
    const { placements, problems } = await resolve([first], 'ecs-fargate', [
      'us-east-1',
      'eu-west-1',
    ]);
    expect(placements).toEqual([]);
    expect(problems).toEqual([
      {
        input: 'stages[0].regions[1]',
        message: expect.stringContaining('has no platform for prod'),
      },
    ]);
  });

  it('refuses where the platform lacks what was chosen', async () => {
    const { placements, problems } = await resolve(
      [first],
      'ecs-fargate',
      ['us-east-1'],
      ['listener-arn'],
    );
    expect(placements).toEqual([]);
    expect(problems).toEqual([
      {
        input: 'stages[0].regions[0]',
        message: expect.stringContaining(
          'with no shared load balancer (listener-arn)',
        ),
      },
    ]);
  });

  it('tells what it does not know of a platform', async () => {
    const { placements, unknowns } = await resolve([first], 'ecs-fargate', [
      'ap-south-1',
    ]);
    expect(placements).toHaveLength(1);
    expect(unknowns).toEqual([expect.stringContaining('is not known')]);
    expect(await resolve([first])).not.toHaveProperty('unknowns');
  });
});
