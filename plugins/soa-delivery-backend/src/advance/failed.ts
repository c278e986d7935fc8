import type { TargetChange } from '../store';

/** The end of a placement, for a reason that people can read. */
export function failed(error: string): TargetChange {
  return { state: 'failed', error };
}
