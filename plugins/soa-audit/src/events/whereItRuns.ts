import type { Entity } from '@backstage/catalog-model';
import { parsePlacements } from '@backstage-soa/plugin-soa-common';

// IAM, STS, CloudFront and Route 53 leave their events in this Region.
const GLOBAL_EVENTS_REGION = 'us-east-1';

/** The accounts and Regions that an entity's events can come from. */
export function whereItRuns({ spec = {} }: Entity): {
  accounts: string[];
  regions: string[];
} {
  const { placements } = parsePlacements(spec.placements ?? []);
  const ofAccount = Array.isArray(spec.regions) ? spec.regions.map(String) : [];
  const regions = placements
    .map(({ region }) => region)
    .filter(region => region !== 'global');
  return {
    accounts: [...new Set(placements.map(({ account }) => account))],
    regions: [...new Set([GLOBAL_EVENTS_REGION, ...regions, ...ofAccount])],
  };
}
