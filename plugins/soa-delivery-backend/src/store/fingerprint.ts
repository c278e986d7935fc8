import { createHash } from 'node:crypto';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';

/** The same for requests that ask for the same, whoever asks and when. */
export function fingerprint({
  componentRef,
  source,
  placements,
  first = [],
}: RolloutRequest): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        componentRef,
        source.url,
        placements.map(placement =>
          JSON.stringify(placement, Object.keys(placement).sort()),
        ),
        [...first].sort(),
      ]),
    )
    .digest('hex');
}
