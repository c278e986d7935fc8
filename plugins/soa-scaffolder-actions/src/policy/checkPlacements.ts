import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { placementIdentity } from '@backstage-soa/plugin-soa-common';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';

/**
 * Asks once more, before anything is written, whether the initiator may have
 * these placements: the input of a template can be sent past its form.
 *
 * @throws InputError if not
 */
export async function checkPlacements(options: {
  accounts: SoaAccountsClient;
  service: { name: string; owner: string };
  placements: readonly ResolvedPlacement[];
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}): Promise<void> {
  const { accounts, service, placements, credentials, signal } = options;
  const { runtime } = placements[0];
  const resolution = await accounts.resolvePlacements(
    {
      ...service,
      runtime,
      stages: placements.map(({ environment, region, account }) => ({
        environment,
        regions: [region],
        account,
      })),
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
