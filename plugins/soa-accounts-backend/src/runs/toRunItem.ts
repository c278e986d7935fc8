import type {
  Workspace,
  WorkspaceRunAction,
  WorkspaceRunItem,
} from '@backstage-soa/plugin-soa-common';
import { runState } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import { rolloutOf } from './rolloutOf';
import { starterOf } from './runMessage';

/** A run of HCP Terraform as the inventory serves it. */
export function toRunItem(
  run: HcpTerraformRun,
  workspace: Pick<Workspace, 'id' | 'name'>,
  client: Pick<HcpTerraformClient, 'runUrl'>,
): WorkspaceRunItem {
  const { plan } = run;
  const hasPlanned = plan?.resourceAdditions !== undefined;
  const rolloutId = rolloutOf(run);
  const startedBy = starterOf(run);
  return {
    id: run.id,
    workspaceId: workspace.id,
    status: run.status,
    state: runState(run),
    message: run.message,
    createdAt: run.createdAt,
    url: client.runUrl(workspace.name, run.id),
    planOnly: run.planOnly ?? false,
    isDestroy: run.isDestroy ?? false,
    hasChanges: run.hasChanges,
    actions: actionsOf(run),
    ...(rolloutId && { rolloutId }),
    ...(startedBy && { startedBy }),
    ...(hasPlanned && {
      plan: {
        add: plan.resourceAdditions ?? 0,
        change: plan.resourceChanges ?? 0,
        destroy: plan.resourceDestructions ?? 0,
        import: plan.resourceImports ?? 0,
      },
    }),
  };
}

/** What HCP Terraform lets be done with a run now. */
export function actionsOf(run: HcpTerraformRun): WorkspaceRunAction[] {
  return [
    ...(run.isConfirmable ? (['apply'] as const) : []),
    ...(run.isDiscardable ? (['discard'] as const) : []),
    ...(run.isCancelable ? (['cancel'] as const) : []),
  ];
}
