import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  Placement,
  PlacementItem,
  PlacementState,
  Workspace,
} from '@backstage-soa/plugin-soa-common';

/** A placement as it is served. */
export function toPlacementItem(options: {
  componentRef: string;
  placement: Placement;
  state: PlacementState;
  account: Account | undefined;
  workspace: Workspace | undefined;
}): PlacementItem {
  const { componentRef, placement, state, account, workspace } = options;
  const { environment, region, runtime, cell } = placement;
  const run = workspace?.currentRun;
  return {
    componentRef,
    environment,
    account: {
      id: placement.account,
      ...(account && { name: account.name }),
      entityRef: account?.entityRef ?? accountEntityRef(placement.account),
    },
    region,
    runtime,
    ...(cell && { cell }),
    ...(workspace && {
      workspace: {
        id: workspace.id,
        name: workspace.name,
        organization: workspace.organization,
        url: workspace.url,
        ...(run && {
          currentRun: { id: run.id, status: run.status, url: run.url },
        }),
        ...(workspace.lastAppliedAt && {
          lastAppliedAt: workspace.lastAppliedAt,
        }),
        ...(workspace.drift && { drift: workspace.drift }),
      },
    }),
    state,
  };
}
