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
  runtime: 'ecs-ec2',
  key: 'x',
  workspace: 'acme/x',
});

const request: PlacementRequest = {
  name: 'orders',
  owner: 'group:default/team-shop',
  runtime: 'ecs-ec2',
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

const ALWAYS = ['kms-key-arn', 'subnet-ids', 'vpc-id'];

const where = (
  stateOf: (place: PlatformPlace) => readonly string[] | 'unknown',
) => ({
  read: jest.fn(async (place: PlatformPlace): Promise<PlatformState> => {
    const state = stateOf(place);
    return state === 'unknown' ? state : new Set(state);
  }),
});

const isProdInVirginia = ({ environment, region }: PlatformPlace) =>
  environment === 'prod' && region === 'us-east-1';

describe('platformProblems', () => {
  it('names each placement that has no platform', async () => {
    const { problems } = await platformProblems(
      request,
      placements,
      where(place => (isProdInVirginia(place) ? [] : ALWAYS)),
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

  it('names what a platform lacks of what the runtime always reads', async () => {
    const platforms = where(place =>
      isProdInVirginia(place) ? ['vpc-id', 'zone-id'] : ALWAYS,
    );
    expect(await platformProblems(request, placements, platforms)).toEqual({
      problems: [
        {
          input: 'stages[1].regions[1]',
          message:
            'account-2 (222222222222) has a platform for prod in us-east-1, but with no key (kms-key-arn) and no private subnets (subnet-ids), which this service needs: ask the platform team, who add that with the template runtime-platform, choose another account or Region, or leave out what needs it.',
        },
      ],
      unknowns: [],
    });
    expect(platforms.read).toHaveBeenCalledWith(
      { accountId: '111111111111', region: 'us-east-1', environment: 'dev' },
      ALWAYS,
    );
  });

  it('names what a platform lacks of what was chosen', async () => {
    const needs = ['listener-arn', 'service-network-arn', 'vpc-id'] as const;
    const asking = { ...request, needs: [...needs] };
    const lacking = await platformProblems(
      asking,
      placements,
      where(place =>
        isProdInVirginia(place) ? ALWAYS : [...ALWAYS, ...needs],
      ),
    );
    expect(lacking.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^account-2 \(222222222222\) .*prod in us-east-1, but with no shared load balancer \(listener-arn\) and no VPC Lattice service network \(service-network-arn\), which .* is there once its zone is delegated or it has a certificate\.$/,
      ),
    ]);
    const whole = where(() => [...ALWAYS, ...needs]);
    expect(
      (await platformProblems(asking, placements, whole)).problems,
    ).toEqual([]);
  });

  it('holds nobody up where it may not look, and says so', async () => {
    const { problems, unknowns } = await platformProblems(
      { ...request, needs: ['zone-id'] },
      placements,
      where(place =>
        isProdInVirginia(place) ? 'unknown' : [...ALWAYS, 'zone-id'],
      ),
    );
    expect(problems).toEqual([]);
    expect(unknowns).toEqual([
      'Whether the platform of account-2 (222222222222) for prod in us-east-1 has what this service needs is not known, as the portal cannot read its parameters. The first plan fails if one of these is missing: kms-key-arn, subnet-ids, vpc-id, zone-id.',
    ]);
  });

  it.each(['platform', 'static-site'] as const)(
    'does not ask for %s, which needs none',
    async runtime => {
      const platforms = where(() => []);
      expect(
        await platformProblems({ ...request, runtime }, placements, platforms),
      ).toEqual({ problems: [], unknowns: [] });
      expect(platforms.read).not.toHaveBeenCalled();
    },
  );
});
