import { createHash } from 'node:crypto';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { waveNumbers } from './waveNumbers';

/** The same for requests that ask for the same, whoever asks and when. */
export function fingerprint(request: RolloutRequest): string {
  const { componentRef, source, placements } = request;
  return createHash('sha256')
    .update(
      JSON.stringify([
        componentRef,
        source.url,
        placements.map(placement =>
          JSON.stringify(placement, Object.keys(placement).sort()),
        ),
        waveNumbers(request),
      ]),
    )
    .digest('hex');
}
