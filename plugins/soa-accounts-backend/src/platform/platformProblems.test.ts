import type {
  PlacementRequest,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import { platformProblems } from './platformProblems';
import type { PlatformPlace, PlatformState } from './PlatformReader';

const placement = (
  environment: string,
  region: string,
  account: string,
): ResolvedPlacement => ({
  environment,
  region,
  account,
  accountName: `account-${account[0]}`,
  runtime: 'ecs-fargate',
  key: 'x',
  workspace: 'acme/x',
});

const request: PlacementRequest = {
  name: 'orders',
  owner: 'group:default/team-shop',
  runtime: 'ecs-fargate',
  stages: [
    { environment: 'dev', regions: ['us-east-1'] },
    {
      environment: 'prod',
      regions: ['eu-west-1', 'us-east-1'],
      account: '222222222222',
    },
  ],
};

const placements = [
  placement('dev', 'us-east-1', '111111111111'),
  placement('prod', 'eu-west-1', '222222222222'),
  placement('prod', 'us-east-1', '222222222222'),
];

const where = (stateOf: (place: PlatformPlace) => PlatformState) => ({
  read: jest.fn(async (place: PlatformPlace) => stateOf(place)),
});

describe('platformProblems', () => {
  it('names each placement that has no platform', async () => {
    const problems = await platformProblems(
      request,
      placements,
      where(({ environment, region }) =>
        environment === 'prod' && region === 'us-east-1' ? 'missing' : 'there',
      ),
    );
    expect(problems).toEqual([
      {
        input: 'stages[1].regions[1]',
        message: expect.stringMatching(
          /^account-2 \(222222222222\) has no platform for prod in us-east-1/,
        ),
      },
    ]);
  });

  it('holds nobody up where it may not look', async () => {
    expect(
      await platformProblems(
        request,
        placements,
        where(() => 'unknown'),
      ),
    ).toEqual([]);
  });

  it.each(['platform', 'static-site'] as const)(
    'does not ask for %s, which needs none',
    async runtime => {
      const platforms = where(() => 'missing');
      expect(
        await platformProblems({ ...request, runtime }, placements, platforms),
      ).toEqual([]);
      expect(platforms.read).not.toHaveBeenCalled();
    },
  );
});
