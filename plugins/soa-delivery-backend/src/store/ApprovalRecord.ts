import type {
  RolloutApproval,
  RolloutApprovalState,
} from '@backstage-soa/plugin-soa-common';

/** A decision that a rollout needs of people, as it is kept. */
export interface ApprovalRecord {
  id: string;
  rolloutId: string;
  kind: RolloutApproval['kind'];
  /** Of the rollout's stages. */
  stage: number;
  /** Of the target, for `destroy`. */
  position?: number;
  resources?: string[];
  /** Entity references; empty if whoever has the permission may decide. */
  groups: string[];
  notInitiator: boolean;
  state: RolloutApprovalState;
  openedAt?: string;
  decidedBy?: string;
  decidedAt?: string;
  comment?: string;
  /** When those who may decide were told. */
  toldAt?: string;
}

export type ApprovalChange = Partial<
  Pick<
    ApprovalRecord,
    'state' | 'openedAt' | 'decidedBy' | 'decidedAt' | 'comment' | 'toldAt'
  >
>;
