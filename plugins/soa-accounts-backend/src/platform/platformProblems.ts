import { platformParametersOf } from '@backstage-soa/plugin-soa-common';
import type {
  PlacementRefusal,
  PlacementRequest,
  PlatformParameter,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import pLimit from 'p-limit';
import { lackInWords } from './lackInWords';
import type { PlatformReader } from './PlatformReader';

const CONCURRENCY = 10;

/** What stands in the way of placements, and what nobody can say of them. */
export interface PlatformFindings {
  problems: PlacementRefusal[];
  /** As sentences. */
  unknowns: string[];
}

/** Why placements cannot be where the platform does not have what they need. */
export async function platformProblems(
  { stages, runtime, needs = [] }: PlacementRequest,
  placements: readonly ResolvedPlacement[],
  platforms: Pick<PlatformReader, 'read'>,
): Promise<PlatformFindings> {
  const findings: PlatformFindings = { problems: [], unknowns: [] };
  const needed = [...new Set([...platformParametersOf(runtime), ...needs])];
  if (needed.length === 0) {
    return findings;
  }
  const limit = pLimit(CONCURRENCY);
  const states = await Promise.all(
    placements.map(({ environment, region, account: accountId }) =>
      limit(() => platforms.read({ accountId, region, environment }, needed)),
    ),
  );
  placements.forEach((placement, index) => {
    const state = states[index];
    if (state === 'unknown') {
      findings.unknowns.push(unknownIn(placement, needed));
      return;
    }
    const lacking = needed.filter(name => !state.has(name));
    if (lacking.length > 0) {
      findings.problems.push({
        input: inputOf(stages, placement),
        message:
          state.size === 0 ? noneIn(placement) : lackIn(placement, lacking),
      });
    }
  });
  return findings;
}

function noneIn({
  accountName,
  account,
  environment,
  region,
}: ResolvedPlacement) {
  return `${accountName} (${account}) has no platform for ${environment} in ${region} yet, which services share: ask the platform team, who make it with the template runtime-platform, or choose another.`;
}

function lackIn(
  { accountName, account, environment, region }: ResolvedPlacement,
  lacking: readonly PlatformParameter[],
): string {
  // Whoever has asked for one and does not see it published wonders why.
  const hint = lacking.includes('listener-arn')
    ? ' A shared load balancer is there once its zone is delegated or it has a certificate.'
    : '';
  return `${accountName} (${account}) has a platform for ${environment} in ${region}, but with ${lackInWords(
    lacking,
  )}, which this service needs: ask the platform team, who add that with the template runtime-platform, choose another account or Region, or leave out what needs it.${hint}`;
}

function unknownIn(
  { accountName, account, environment, region }: ResolvedPlacement,
  needed: readonly string[],
): string {
  return `Whether the platform of ${accountName} (${account}) for ${environment} in ${region} has what this service needs is not known, as the portal cannot read its parameters. The first plan fails if one of these is missing: ${needed.join(
    ', ',
  )}.`;
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
