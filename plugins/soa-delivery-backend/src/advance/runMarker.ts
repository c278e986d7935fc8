import type { TargetRecord } from '../store';

/** The words by which a run that was asked for is found again. */
export function runMarker({
  rolloutId,
  position,
  phase,
}: TargetRecord): string {
  return `rollout ${rolloutId}/${position} (${phase})`;
}
