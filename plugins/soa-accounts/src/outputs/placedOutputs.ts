import type {
  PlacementItem,
  WorkspaceOutput,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';

/** An output of what holds a placement. */
export interface PlacedOutput {
  /** Tells outputs apart. */
  id: string;
  account: PlacementItem['account'];
  region: string;
  environment: string;
  workspaceName: string;
  output: WorkspaceOutput;
}

/**
 * What workspaces give out, by account and Region, in the order of the placements: one
 * account and Region of the same environment after the other.
 */
export function placedOutputs(
  items: readonly PlacementItem[],
  workspaces: readonly WorkspaceWithOutputs[],
): PlacedOutput[] {
  const byId = new Map(workspaces.map(one => [one.id, one]));
  return items.flatMap(({ account, region, environment, cell, workspace }) => {
    const { outputs = [], name = '' } = byId.get(workspace?.id ?? '') ?? {};
    return outputs
      .filter(
        ({ value, sensitive }) =>
          sensitive || (value ?? undefined) !== undefined,
      )
      .map(output => ({
        id: [workspace?.id, account.id, region, cell, output.name].join(' '),
        account,
        region,
        environment,
        workspaceName: name,
        output,
      }));
  });
}
