import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  parsePlacements,
  placementIdentity,
} from '@backstage-soa/plugin-soa-common';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';

/** @throws InputError unless the component declares each of the placements, once */
export function refuseUndeclared(
  entity: Entity,
  componentRef: string,
  placements: readonly ResolvedPlacement[],
): void {
  const declared = new Map(
    parsePlacements(entity.spec?.placements ?? []).placements.map(placement => [
      placementIdentity(placement),
      placement,
    ]),
  );
  for (const placement of placements) {
    const identity = placementIdentity(placement);
    const { workspace } = declared.get(identity) ?? {};
    if (
      !declared.delete(identity) ||
      (workspace && !isNamed(placement.workspace, workspace))
    ) {
      throw new InputError(
        `placements: ${componentRef} does not declare ${placement.key} with workspace ${placement.workspace} in spec.placements, or it is named twice, so nothing is applied`,
      );
    }
  }
}

/** @param named - as people write it: with or without its organization */
function isNamed(workspace: string, named: string): boolean {
  return workspace === named || workspace.split('/')[1] === named;
}
