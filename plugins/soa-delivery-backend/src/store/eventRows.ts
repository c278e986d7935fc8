import type { RolloutEvent } from '@backstage-soa/plugin-soa-common';
import type { EventRecord } from './EventRecord';

export interface EventRow {
  number?: number;
  rollout_id: string;
  at: string;
  kind: string;
  actor: string | null;
  environment: string | null;
  wave: number | null;
  placement: string | null;
  comment: string | null;
}

export function toEvent(row: EventRow): RolloutEvent {
  return {
    at: row.at,
    kind: row.kind as RolloutEvent['kind'],
    actor: row.actor ?? undefined,
    environment: row.environment ?? undefined,
    wave: row.wave ?? undefined,
    placement: row.placement ?? undefined,
    comment: row.comment ?? undefined,
  };
}

export function fromEvent(
  event: EventRecord,
  { rolloutId, at }: { rolloutId: string; at: string },
): EventRow {
  return {
    rollout_id: rolloutId,
    at,
    kind: event.kind,
    actor: event.actor ?? null,
    environment: event.environment ?? null,
    wave: event.wave ?? null,
    placement: event.placement ?? null,
    comment: event.comment ?? null,
  };
}
