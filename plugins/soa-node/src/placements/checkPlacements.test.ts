import { mockCredentials } from '@backstage/backend-test-utils';
import {
  placementIdentity,
  placementKeys,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import type {
  PlacementStage,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '../accounts';
import { checkPlacements } from './checkPlacements';

/** What the inventory gives for stages, in their order. */
function placementsOf(stages: readonly PlacementStage[]): ResolvedPlacement[] {
  const placements = stages.flatMap(({ environment, regions, account }) =>
    regions.map(region => ({
      environment,
      account: account!,
      region,
      runtime: 'ecs-fargate' as const,
    })),
  );
  const keys = placementKeys(placements);
  return placements.map(placement => {
    const key = keys.get(placementIdentity(placement))!;
    return {
      ...placement,
      key,
      workspace: `acme/${workspaceName('orders', key)}`,
      accountName: 'account',
    };
  });
}

/** Checks what a form with these stages gets, and tells what is asked. */
async function check(stages: readonly PlacementStage[]) {
  const resolvePlacements = jest.fn<
    ReturnType<SoaAccountsClient['resolvePlacements']>,
    Parameters<SoaAccountsClient['resolvePlacements']>
  >(async request => ({
    placements: placementsOf(request.stages),
    problems: [],
  }));
  await checkPlacements({
    accounts: { resolvePlacements } as Partial<SoaAccountsClient> as any,
    service: { name: 'orders', owner: 'group:default/team-shop' },
    placements: placementsOf(stages),
    credentials: mockCredentials.user(),
  });
  return resolvePlacements.mock.calls[0][0].stages;
}

const regions = (count: number) =>
  Array.from({ length: count }, (_, index) => `eu-west-${index + 1}`);

describe('checkPlacements', () => {
  it('asks for as many stages as the form has, however many placements', async () => {
    const stages = ['dev', 'qa', 'prod'].map((environment, index) => ({
      environment,
      regions: regions(20),
      account: `${111122223333 + index}`,
    }));
    expect(await check(stages)).toEqual(stages);
  });

  it('keeps the order, on which it depends who gets the short key', async () => {
    const [one, other] = ['111122223333', '444455556666'];
    const stages = [
      { environment: 'prod', regions: ['us-east-1'], account: one },
      { environment: 'prod', regions: ['eu-west-1'], account: other },
      { environment: 'prod', regions: ['eu-west-1'], account: one },
    ];
    expect(placementsOf(stages).map(({ key }) => key)).toEqual([
      'prod-use1',
      'prod-euw1',
      'prod-euw1-ecs-fargate',
    ]);
    expect(await check(stages)).toEqual(stages);
  });
});
