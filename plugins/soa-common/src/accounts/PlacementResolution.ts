import type { Placement } from '../placement';
import type { PlatformParameter } from '../platform';
import type { Runtime } from '../runtime';

/**
 * What a form asks for: a service in some environments and Regions.
 *
 * @public
 */
export interface PlacementRequest {
  /** The service's name. */
  name: string;
  /** The namespace of the component; `default` if absent. */
  namespace?: string;
  /** The entity reference of the owning group. */
  owner: string;
  runtime: Runtime;
  stages: PlacementStage[];
  /**
   * What the service reads of its platform because of what was chosen for it, beside
   * what its runtime always reads.
   */
  needs?: PlatformParameter[];
  /**
   * Whether the placements come beside those that the component has, so that it
   * need not declare them yet.
   */
  adds?: boolean;
}

/** @public */
export interface PlacementStage {
  environment: string;
  regions: string[];
  /** An account's id; the one account that fits if absent. */
  account?: string;
  /**
   * The id of a root or OU, instead of an account: all accounts that fit, in it and
   * in the OUs below it.
   */
  organizationalUnit?: string;
}

/** @public */
export interface ResolvedPlacement extends Placement {
  /** `organization/name`. */
  workspace: string;
  /** Where it is filed: `prod-use1`. */
  key: string;
  accountName: string;
}

/**
 * Why a request cannot be met.
 *
 * @public
 */
export interface PlacementRefusal {
  /** The input at fault: `stages[0].regions[1]`. */
  input: string;
  /** What is wrong and what to do, as one sentence. */
  message: string;
}

/**
 * `POST /v1/placements/resolve`: all the placements, or all the reasons.
 *
 * @public
 */
export interface PlacementResolution {
  /** Empty if there is a problem. */
  placements: ResolvedPlacement[];
  problems: PlacementRefusal[];
  /** What nobody can say and may be in the way, as sentences; absent if nothing. */
  unknowns?: string[];
}
