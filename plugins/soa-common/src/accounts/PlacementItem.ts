import type { Runtime } from '../runtime';
import type { WorkspaceDrift } from './Workspace';

/**
 * What declared and observed say of each other.
 *
 * - `in-sync`: declared, and something is applied in its workspace
 * - `not-applied`: declared, and nothing was ever applied in its workspace
 * - `missing-workspace`: declared, but no workspace holds it
 * - `undeclared`: a workspace holds it, but no component declares it
 * - `drifted`: HCP Terraform found that reality differs from the configuration
 * - `unknown`: the workspaces could not be read, or not of late
 *
 * @public
 */
export const PLACEMENT_STATES = [
  'in-sync',
  'not-applied',
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
    /** ISO 8601; absent if nothing was applied, or that is not known. */
    lastAppliedAt?: string;
    /** What was last found; absent where it is not known whether it drifted. */
    drift?: WorkspaceDrift;
  };
  state: PlacementState;
}
