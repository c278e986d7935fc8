import { InputError } from '@backstage/errors';
import { placementIdentity } from '@backstage-soa/plugin-soa-common';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';

/**
 * Some placements of a service, by what people and links call them.
 *
 * @param wishes - `environments`: of these; `placements`: of these keys, of these
 *   workspaces with or without their organization, or of these identities. All if neither is there
 * @throws InputError that says what there is
 */
export function selectPlacements(
  all: readonly ResolvedPlacement[],
  wishes: {
    environments?: readonly string[];
    placements?: readonly string[];
  },
): ResolvedPlacement[] {
  const namesOf = (placement: ResolvedPlacement) => [
    placement.key,
    placement.workspace,
    placement.workspace.split('/')[1],
    // As forms and links have it, which know no keys.
    placementIdentity(placement).replace(/\/$/, ''),
  ];
  if (all.length === 0) {
    throw new InputError(
      'componentRef: no file of infra/placements is in spec.placements of catalog-info.yaml: correct the two until they agree',
    );
  }
  refuseMissing(
    'environments',
    wishes.environments,
    all.map(({ environment }) => environment),
    wish => all.some(({ environment }) => environment === wish),
  );
  refuseMissing(
    'placements',
    wishes.placements,
    all.map(({ key }) => key),
    wish => all.some(one => namesOf(one).includes(wish)),
  );
  return all.filter(
    one =>
      (wishes.environments?.includes(one.environment) ?? true) &&
      (wishes.placements?.some(wish => namesOf(one).includes(wish)) ?? true),
  );
}

const MOST_NAMES = 20;

function refuseMissing(
  input: string,
  wishes: readonly string[] = [],
  there: readonly string[],
  isThere: (wish: string) => boolean,
): void {
  const missing = wishes.filter(wish => !isThere(wish));
  if (missing.length > 0) {
    const names = [...new Set(there)];
    const more = names.length - MOST_NAMES;
    throw new InputError(
      `${input}: the service has no ${missing.join(', ')}: choose among ${names
        .slice(0, MOST_NAMES)
        .join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    );
  }
}
