import { createHash } from 'node:crypto';
import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import type { PipelineProof } from '../proof';
import type { CloudTrailRecord } from '../record';
import type { EventRow, ProofRow } from './rows';

/** An event with its record, as it is to be stored. */
export interface StoredEvent {
  event: AuditEvent;
  /** Redacted. */
  record: CloudTrailRecord;
  indexVersion: string;
  /** The workspaces that it belongs to: `ws-…`. */
  workspaceIds: string[];
}

/** A record that could not be understood, redacted. */
export interface RejectedRecord {
  source: string;
  shard: AuditShard;
  at: Date;
  reason: string;
  record: unknown;
}

export function toRejectedRow(rejected: RejectedRecord) {
  const { source, shard, at, reason, record } = rejected;
  const text = JSON.stringify(record) ?? 'undefined';
  return {
    source,
    account: shard.account,
    region: shard.region,
    event_time: timeOf(record),
    rejected_at: at.toISOString(),
    reason: reason.replaceAll('\0', ''),
    record: text,
    fingerprint: createHash('sha256').update(text).digest('hex'),
  };
}

/** The time of a record that is not understood otherwise. */
function timeOf(record: unknown): string | null {
  const { eventTime } = (record ?? {}) as { eventTime?: unknown };
  const time = new Date(typeof eventTime === 'string' ? eventTime : NaN);
  const isKnown = time.getUTCFullYear() > 0 && time.getUTCFullYear() < 10_000;
  return isKnown ? time.toISOString() : null;
}

export function toProofRow(proof: PipelineProof): ProofRow {
  return {
    access_key_id: proof.accessKeyId,
    account: proof.account,
    event_time: new Date(proof.eventTime).toISOString(),
    organization: proof.organization,
    workspace: proof.workspace,
    data: JSON.stringify(proof),
    // One that was made of a confirmed one names its run already.
    confirmed: proof.runId !== undefined,
    followed: false,
  };
}

export function toEventRow({
  event,
  record,
  indexVersion,
  workspaceIds,
}: StoredEvent): EventRow {
  return {
    event_time: event.eventTime,
    event_id: event.eventId,
    account: event.accountId,
    region: event.region,
    event_name: event.eventName,
    event_source: event.eventSource,
    read_only: event.readOnly,
    failed: event.failed,
    out_of_band: event.outOfBand,
    actor_kind: event.actor.kind,
    actor_name: event.actor.name.replaceAll('\0', '').slice(0, 255),
    access_key_id: record.userIdentity.accessKeyId ?? null,
    index_version: indexVersion,
    event: JSON.stringify(event),
    workspace_ids: JSON.stringify(workspaceIds),
    record: JSON.stringify(record),
  };
}

export function attributionRows({ event }: StoredEvent) {
  return event.attributions.map(({ entityRef }) => ({
    entity_ref: entityRef,
    event_time: event.eventTime,
    event_id: event.eventId,
  }));
}

export function workspaceRows({ event, workspaceIds }: StoredEvent) {
  return workspaceIds.map(id => ({
    workspace_id: id,
    event_time: event.eventTime,
    event_id: event.eventId,
  }));
}
