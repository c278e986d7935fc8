import type { Runtime } from '../runtime';

/**
 * What declared and observed say of each other.
 *
 * - `in-sync`: declared, and the workspace exists
 * - `missing-workspace`: declared, but no workspace holds it
 * - `undeclared`: a workspace holds it, but no component declares it
 * - `drifted`: HCP Terraform found that reality differs from the configuration
 * - `unknown`: the workspaces could not be read, or not of late
 *
 * @public
 */
export const PLACEMENT_STATES = [
  'in-sync',
  'missing-workspace',
  'undeclared',
  'drifted',
  'unknown',
] as const;

/** @public */
export type PlacementState = (typeof PLACEMENT_STATES)[number];

/**
 * A placement as the inventory serves it.
 *
 * @public
 */
export interface PlacementItem {
  componentRef: string;
  environment: string;
  account: { id: string; name?: string; entityRef: string };
  region: string;
  runtime: Runtime;
  cell?: string;
  workspace?: {
    id: string;
    name: string;
    organization: string;
    url: string;
    currentRun?: { id: string; status: string; url: string };
  };
  state: PlacementState;
}
