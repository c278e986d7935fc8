import type { ApprovalChange, ApprovalRecord } from './ApprovalRecord';
import { toColumns } from './toColumns';

export interface ApprovalRow {
  id: string;
  rollout_id: string;
  kind: string;
  stage: number;
  position: number | null;
  resources: string | null;
  groups: string;
  not_initiator: boolean;
  state: string;
  opened_at: string | null;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  told_at: string | null;
}

export function toApproval(row: ApprovalRow): ApprovalRecord {
  return {
    id: row.id,
    rolloutId: row.rollout_id,
    kind: row.kind as ApprovalRecord['kind'],
    stage: row.stage,
    position: row.position ?? undefined,
    resources: row.resources ? JSON.parse(row.resources) : undefined,
    groups: JSON.parse(row.groups),
    notInitiator: Boolean(row.not_initiator),
    state: row.state as ApprovalRecord['state'],
    openedAt: row.opened_at ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    comment: row.comment ?? undefined,
    toldAt: row.told_at ?? undefined,
  };
}

export function fromApproval(approval: ApprovalRecord): ApprovalRow {
  return {
    id: approval.id,
    rollout_id: approval.rolloutId,
    kind: approval.kind,
    stage: approval.stage,
    position: approval.position ?? null,
    resources: approval.resources ? JSON.stringify(approval.resources) : null,
    groups: JSON.stringify(approval.groups),
    not_initiator: approval.notInitiator,
    state: approval.state,
    opened_at: approval.openedAt ?? null,
    decided_by: approval.decidedBy ?? null,
    decided_at: approval.decidedAt ?? null,
    comment: approval.comment ?? null,
    told_at: approval.toldAt ?? null,
  };
}

const COLUMNS: Record<keyof ApprovalChange, keyof ApprovalRow> = {
  state: 'state',
  openedAt: 'opened_at',
  decidedBy: 'decided_by',
  decidedAt: 'decided_at',
  comment: 'comment',
  toldAt: 'told_at',
};

export function toApprovalColumns(
  change: ApprovalChange,
): Partial<ApprovalRow> {
  return toColumns(change, COLUMNS);
}
