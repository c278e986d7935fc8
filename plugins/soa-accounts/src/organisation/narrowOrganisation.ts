import type {
  Account,
  OrganizationalUnit,
  PlacementItem,
} from '@backstage-soa/plugin-soa-common';
import { placementFilter } from '../filters';
import type { SharedFilter } from '../filters';
import { narrowTree } from './narrowTree';
import { organisationTree } from './organisationTree';
import type { OrganisationNode } from './organisationTree';

/** What the organisation is narrowed by, besides the names of units and accounts. */
export const ORGANISATION_FILTERS = [
  'service',
  'environment',
  'runtime',
  'region',
] as const satisfies readonly SharedFilter[];

/** All that the tab is about. */
export interface Organisation {
  units: readonly OrganizationalUnit[];
  accounts: readonly Account[];
  placements: readonly PlacementItem[];
}

/**
 * What filters leave of an organisation: accounts of an environment, and those in
 * which something of what is looked for runs.
 */
export function narrowOrganisation(
  organisation: Organisation,
  get: (name: SharedFilter) => string | undefined,
): OrganisationNode[] {
  const fits = placementFilter(get, ORGANISATION_FILTERS);
  const environment = get('environment');
  const mustRun = Boolean(get('service') ?? get('runtime') ?? get('region'));
  return narrowTree(
    organisationTree({
      ...organisation,
      placements: organisation.placements.filter(fits),
    }),
    {
      text: get('account') ?? '',
      wants: (account, placements) =>
        placements > 0 ||
        (!mustRun && (!environment || account.environment === environment)),
      onlyAccounts: mustRun || environment !== undefined,
    },
  );
}
