import type {
  ReservationPurpose,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';

/** What something is reserved for that the catalog may not know yet. */
export function purposeOf(
  owner: string | undefined,
  placement: ResolvedPlacement | undefined,
): ReservationPurpose | undefined {
  if (!owner || !placement) {
    return undefined;
  }
  const { environment, account, region, runtime, cell } = placement;
  return {
    owner,
    placement: { environment, account, region, runtime, ...(cell && { cell }) },
  };
}
