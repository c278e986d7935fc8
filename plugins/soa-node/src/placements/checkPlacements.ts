import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { placementIdentity } from '@backstage-soa/plugin-soa-common';
import type {
  PlacementRequest,
  PlacementStage,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '../accounts';

/**
 * Asks once more, before anything is written, whether the initiator may have
 * these placements: the input of a template can be sent past its form.
 *
 * @throws InputError if not
 * @public
 */
export async function checkPlacements(options: {
  accounts: SoaAccountsClient;
  service: Pick<PlacementRequest, 'name' | 'namespace' | 'owner'>;
  placements: readonly ResolvedPlacement[];
  /** Whether its component need not declare them yet, as in a dry run. */
  adds?: boolean;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<void> {
  const { accounts, service, placements, adds, credentials, signal } = options;
  const { runtime } = placements[0];
  const resolution = await accounts.resolvePlacements(
    {
      ...service,
      runtime,
      stages: stagesOf(placements),
      ...(adds && { adds }),
    },
    { credentials, signal },
  );
  if (resolution.problems.length > 0) {
    throw new InputError(
      `placements: ${resolution.problems
        .map(({ message }) => message)
        .join(' ')}`,
    );
  }
  const allowed = new Map(
    resolution.placements.map(placement => [
      placementIdentity(placement),
      placement,
    ]),
  );
  for (const placement of placements) {
    const { key, workspace } = allowed.get(placementIdentity(placement)) ?? {};
    if (key !== placement.key || workspace !== placement.workspace) {
      throw new InputError(
        `placements: ${placement.key} is not what soa:placements:resolve gives for ${service.name}: pass its output on unchanged`,
      );
    }
  }
}

/**
 * The stages that give these placements in their order, on which their keys
 * depend; no more of them than the form had.
 */
function stagesOf(placements: readonly ResolvedPlacement[]): PlacementStage[] {
  const stages: PlacementStage[] = [];
  for (const { environment, region, account } of placements) {
    const last = stages[stages.length - 1];
    if (last?.environment === environment && last.account === account) {
      last.regions.push(region);
    } else {
      stages.push({ environment, regions: [region], account });
    }
  }
  return stages;
}
