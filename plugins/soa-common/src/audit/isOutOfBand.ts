import type { ActorKind } from './Actor';
import type { AuditEvent } from './AuditEvent';

const OUT_OF_BAND_ACTORS: readonly ActorKind[] = [
  'person',
  'external-account',
  'unknown',
];

/**
 * Whether an event is an out-of-band change: a successful write, attributed
 * with at least the given confidence, by a person, an external account or
 * someone unknown.
 *
 * @public
 */
export function isOutOfBand(
  event: Pick<AuditEvent, 'readOnly' | 'failed' | 'actor' | 'attributions'>,
  minimumConfidence: number,
): boolean {
  return (
    !event.readOnly &&
    !event.failed &&
    OUT_OF_BAND_ACTORS.includes(event.actor.kind) &&
    event.attributions.some(({ confidence }) => confidence >= minimumConfidence)
  );
}
