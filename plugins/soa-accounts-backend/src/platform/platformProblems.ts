import type {
  PlacementRefusal,
  PlacementRequest,
  ResolvedPlacement,
  Runtime,
} from '@backstage-soa/plugin-soa-common';
import pLimit from 'p-limit';
import type { PlatformReader } from './PlatformReader';

const CONCURRENCY = 10;

/** Runtimes on which services need what the platform of their place shares. */
const SHARED: readonly Runtime[] = [
  'ecs-fargate',
  'ecs-ec2',
  'eks',
  'lambda',
  'ec2',
];

/** Why placements cannot be where there is no platform yet. */
export async function platformProblems(
  { stages, runtime }: PlacementRequest,
  placements: readonly ResolvedPlacement[],
  platforms: Pick<PlatformReader, 'read'>,
): Promise<PlacementRefusal[]> {
  if (!SHARED.includes(runtime)) {
    return [];
  }
  const limit = pLimit(CONCURRENCY);
  const problems = await Promise.all(
    placements.map(placement =>
      limit(async () => {
        const { environment, region, account: accountId } = placement;
        const state = await platforms.read({ accountId, region, environment });
        return state === 'missing'
          ? [
              {
                input: inputOf(stages, placement),
                message: `${placement.accountName} (${accountId}) has no platform for ${environment} in ${region} yet, which services share: ask the platform team, who make it with the template runtime-platform, or choose another.`,
              },
            ]
          : [];
      }),
    ),
  );
  return problems.flat();
}

function inputOf(
  stages: PlacementRequest['stages'],
  { environment, region, account }: ResolvedPlacement,
): string {
  const index = stages.findIndex(
    stage =>
      stage.environment === environment &&
      stage.regions.includes(region) &&
      (!stage.account || stage.account === account),
  );
  return `stages[${index}].regions[${stages[index]?.regions.indexOf(region)}]`;
}
