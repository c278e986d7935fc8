import { PLACEMENT_STATES } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  EstateSummary,
  PlacementItem,
} from '@backstage-soa/plugin-soa-common';

/** How much there is of what is given. */
export function summarize(seen: {
  placements: readonly PlacementItem[];
  accounts: readonly Account[];
}): EstateSummary {
  const { placements, accounts } = seen;
  const different = (valueOf: (item: PlacementItem) => string) =>
    new Set(placements.map(valueOf));
  const regions = different(({ region }) => region);
  regions.delete('global');
  const inState = (wanted: string) =>
    accounts.filter(({ state }) => state === wanted).length;
  return {
    services: different(({ componentRef }) => componentRef).size,
    placements: {
      total: placements.length,
      byState: Object.fromEntries(
        PLACEMENT_STATES.map(wanted => [
          wanted,
          placements.filter(({ state }) => state === wanted).length,
        ]),
      ) as EstateSummary['placements']['byState'],
    },
    accounts: {
      total: accounts.length,
      active: inState('ACTIVE'),
      suspended: inState('SUSPENDED'),
    },
    regions: regions.size,
    environments: different(({ environment }) => environment).size,
  };
}
