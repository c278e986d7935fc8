import {
  allPages,
  parsePlacements,
  placementIdentity,
} from '@backstage-soa/plugin-soa-common';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type {
  SoaAccountsClient,
  SoaAccountsRequestOptions,
} from '@backstage-soa/plugin-soa-node';
import { declaredIn } from '../catalog-info';
import type { Service } from './Service';

/**
 * The placements of a service as its repository has them, in promotion order, and
 * as its `catalog-info.yaml` lists them within an environment.
 *
 * @param environments - in promotion order
 * @returns beside them, what the two do not agree on, as sentences
 */
export async function placementsOf(
  { files, catalogInfo, name, componentRef, placements }: Service,
  options: {
    accounts: Pick<SoaAccountsClient, 'listPlacements'>;
    environments: readonly string[];
    request: SoaAccountsRequestOptions;
  },
): Promise<{ placements: ResolvedPlacement[]; disagreements: string[] }> {
  const { accounts, environments, request } = options;
  const declared = parsePlacements(
    declaredIn(files.get(catalogInfo) ?? '', name) ?? [],
  ).placements.map(placementIdentity);
  const named = await accountNames(accounts, componentRef, request);
  const rank = (environment: string) => {
    const index = environments.indexOf(environment);
    return index < 0 ? environments.length : index;
  };
  const found = placements.map(({ path, facts }) => {
    const { environment, account, region, runtime, cell, workspace, key } =
      facts;
    const placement: ResolvedPlacement = {
      environment,
      account,
      region,
      runtime,
      ...(cell && { cell }),
      workspace,
      key,
      accountName: named.get(account) ?? account,
    };
    return {
      path,
      placement,
      at: declared.indexOf(placementIdentity(placement)),
    };
  });
  const identities = new Set(
    found.map(({ placement }) => placementIdentity(placement)),
  );
  return {
    placements: found
      .filter(({ at }) => at >= 0)
      .sort(
        (one, other) =>
          rank(one.placement.environment) - rank(other.placement.environment) ||
          one.at - other.at,
      )
      .map(({ placement }) => placement),
    disagreements: [
      ...found
        .filter(({ at }) => at < 0)
        .map(({ path }) => `${path} is not in spec.placements`),
      ...declared
        .filter(identity => !identities.has(identity))
        .map(identity => `${identity} of spec.placements has no file`),
    ],
  };
}

/** What they are called is for people only: without it, there are their ids. */
async function accountNames(
  accounts: Pick<SoaAccountsClient, 'listPlacements'>,
  component: string,
  request: SoaAccountsRequestOptions,
): Promise<Map<string, string>> {
  try {
    const items = await allPages(cursor =>
      accounts.listPlacements({ component, cursor }, request),
    );
    return new Map(
      items.flatMap(({ account: { id, name } }) =>
        name ? [[id, name] as const] : [],
      ),
    );
  } catch {
    request.signal?.throwIfAborted();
    return new Map();
  }
}
