import type { Placement } from '../placement';

/**
 * What somebody reserves something for before the component declares it, or before
 * the catalog knows the component: whether the organisation allows the placement
 * is then what decides.
 *
 * @public
 */
export interface ReservationPurpose {
  /** The entity reference of the owning group. */
  owner: string;
  placement: Omit<Placement, 'workspace'>;
}
