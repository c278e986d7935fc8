import type {
  RolloutCounts,
  RolloutSummary,
} from '@backstage-soa/plugin-soa-common';
import type { ListedRollout } from '../store';

/** A rollout as it is served in lists. */
export function toSummary(
  record: ListedRollout,
  counts: RolloutCounts,
): RolloutSummary {
  const { id, componentRef, operation, state, initiator, message } = record;
  const { sourceUrl, createdAt, updatedAt, endedAt } = record;
  return {
    id,
    componentRef,
    operation,
    state,
    initiator,
    source: { url: sourceUrl },
    counts,
    createdAt,
    updatedAt,
    endedAt,
    message,
  };
}
