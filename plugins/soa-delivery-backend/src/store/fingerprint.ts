import { createHash } from 'node:crypto';
import type { RolloutWish } from './insertRollout';

/** The same for requests that ask for the same, whoever asks and when. */
export function fingerprint(wish: Omit<RolloutWish, 'idempotencyKey'>): string {
  const { componentRef, source, placements, stages } = wish;
  const { operation, unregister, exclusive } = wish;
  return createHash('sha256')
    .update(
      JSON.stringify([
        componentRef,
        source.url,
        operation ?? 'apply',
        unregister ?? false,
        exclusive ?? false,
        placements.map(placement =>
          JSON.stringify(placement, Object.keys(placement).sort()),
        ),
        stages,
      ]),
    )
    .digest('hex');
}
