import { serviceNameProblem } from '@backstage-soa/plugin-soa-common';
import type {
  PlacementRefusal,
  PlacementRequest,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementPolicy } from './PlacementPolicy';

/** Why a service cannot have the name. */
export function nameProblems(
  { name, owner }: PlacementRequest,
  { existing }: PlacementPolicy,
): PlacementRefusal[] {
  const message = serviceNameProblem(name);
  if (message) {
    return [{ input: 'name', message }];
  }
  if (!existing || (existing.isVisible && existing.owner === owner)) {
    return [];
  }
  const whose =
    existing.isVisible && existing.owner
      ? `, and it belongs to ${existing.owner}`
      : ', and it belongs to somebody else';
  return [
    {
      input: 'name',
      message: `There is a component "${name}" already${whose}: choose another name.`,
    },
  ];
}
