import type { RolloutRecord, TargetRecord } from '../store';

/** What kind of run a target needs now. */
export function runPurpose(
  { operation }: Pick<RolloutRecord, 'operation'>,
  { phase }: Pick<TargetRecord, 'phase'>,
): { planOnly: boolean; isDestroy: boolean } {
  return {
    planOnly: phase === 'plan',
    isDestroy: phase === 'destroy' || operation === 'destroy',
  };
}
