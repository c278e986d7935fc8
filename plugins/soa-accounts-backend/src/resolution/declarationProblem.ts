import { placementIdentity } from '@backstage-soa/plugin-soa-common';
import type { Placement } from '@backstage-soa/plugin-soa-common';
import type { WantedPlacement } from './stagePlacements';

/**
 * Why a placement cannot be one of a component that is in the catalog already:
 * its repository says where it runs, and nothing is rolled out beside that.
 *
 * @param workspace - what the placement's would be called, `organization/name`
 * @param declared - the placements of the component
 * @param adds - whether it may be one that is yet to be declared
 */
export function declarationProblem(
  name: string,
  { placement, accountName }: WantedPlacement,
  workspace: string,
  declared: readonly Placement[],
  adds = false,
): string | undefined {
  const { environment, account, region } = placement;
  const where = `${region} of ${accountName} (${account}) in ${environment}`;
  const its = declared.find(
    one => placementIdentity(one) === placementIdentity(placement),
  );
  if (!its) {
    return adds
      ? undefined
      : `The component "${name}" is there already and does not declare ${where}: leave that out, or first add it to the component's repository (spec.placements of catalog-info.yaml, and infra/placements).`;
  }
  return !its.workspace ||
    workspace === its.workspace ||
    workspace.endsWith(`/${its.workspace}`)
    ? undefined
    : `The component "${name}" is there already and declares the workspace ${its.workspace} for ${where}, where this would make ${workspace}: leave that out.`;
}
