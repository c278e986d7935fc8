import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';

/** What `infra/placements/<key>.json` says, beside what somebody has added. */
export interface PlacementFacts extends Omit<ResolvedPlacement, 'accountName'> {
  component: string;
  owner?: string;
  regions?: string[];
  consumes?: Array<{ component: string }>;
  /** What its module reads of the platform because of its settings; absent if unknown. */
  needs?: string[];
  settings: Record<string, unknown>;
}

/** A placement's file in the repository of its service. */
export interface PlacementFile {
  path: string;
  text: string;
  facts: PlacementFacts;
}
