import {
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
  soaWorkspacePlanPermission,
} from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformRunInput } from '@backstage-soa/plugin-soa-node';

/** What a run can be for. */
export const RUN_OPERATIONS = [
  'plan',
  'apply',
  'destroy',
  'refresh-only',
] as const;

export type RunOperation = (typeof RUN_OPERATIONS)[number];

/** What HCP Terraform is told of an operation. */
export const RUN_INPUTS: Record<RunOperation, Partial<HcpTerraformRunInput>> = {
  plan: { planOnly: true },
  apply: {},
  destroy: { isDestroy: true },
  'refresh-only': { refreshOnly: true },
};

/** What one needs for an operation; to refresh changes the state, too. */
export const RUN_PERMISSIONS = {
  plan: soaWorkspacePlanPermission,
  apply: soaWorkspaceApplyPermission,
  destroy: soaWorkspaceDestroyPermission,
  'refresh-only': soaWorkspaceApplyPermission,
};
