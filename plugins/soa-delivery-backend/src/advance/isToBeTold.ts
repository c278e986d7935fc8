import { runState } from '@backstage-soa/plugin-soa-node';
import type { TargetRecord } from '../store';

/** It was decided on, and the run may not know yet. */
export function isToBeTold({ runId, runStatus }: TargetRecord): boolean {
  return (
    runStatus !== undefined &&
    runState({ id: runId!, status: runStatus, isConfirmable: false }) ===
      'planning'
  );
}
