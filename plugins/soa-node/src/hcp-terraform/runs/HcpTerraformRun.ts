import type { HcpTerraformPlan } from '../plans';

/** @public */
export interface HcpTerraformRun {
  /** `run-…` */
  id: string;
  /** As HCP Terraform names it; others may come. */
  status: string;
  message?: string;
  /** ISO 8601. */
  createdAt?: string;
  workspaceId?: string;
  planId?: string;
  /** Comes with a run that is read by its id, unless the host leaves it out. */
  plan?: HcpTerraformPlan;
  applyId?: string;
  configurationVersionId?: string;
  hasChanges?: boolean;
  isDestroy?: boolean;
  planOnly?: boolean;
  refreshOnly?: boolean;
  /** It waits for a person, or for us, to confirm it. */
  isConfirmable: boolean;
  /** It waits, and can be ended before anything is applied. */
  isDiscardable?: boolean;
  /** It is queued or does something, and can be interrupted. */
  isCancelable?: boolean;
  /** `ce-…`; absent where the organization does not estimate costs. */
  costEstimateId?: string;
  /** `ts-…`; absent where nothing is looked at between plan and apply. */
  taskStageIds?: string[];
  /** Of Sentinel's own kind, which has no task stage; absent if there are none. */
  policyCheckIds?: string[];
  /** Of Terraform's own policies; absent if there are none. */
  tfPolicyEvaluationIds?: string[];
}
