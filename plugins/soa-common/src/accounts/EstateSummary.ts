import type { PlacementState } from './PlacementItem';

/**
 * How much there is, as far as whoever asks may see it.
 *
 * @public
 */
export interface EstateSummary {
  /** Components that have a placement, be it one that they do not declare. */
  services: number;
  placements: {
    total: number;
    byState: Record<PlacementState, number>;
  };
  accounts: {
    /** In whatever state: some are being activated or closed. */
    total: number;
    active: number;
    suspended: number;
  };
  /** AWS Regions in which something runs; `global` is none. */
  regions: number;
  /** Environments in which something runs. */
  environments: number;
}
