import type { TargetRecord } from '../store';

/** The words by which a run that was asked for is found again. */
export function runMarker(target: TargetRecord): string {
  return `rollout ${target.rolloutId}/${target.position}`;
}
