import { serviceNameProblem } from '@backstage-soa/plugin-soa-common';
import type {
  PlacementRefusal,
  PlacementRequest,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementPolicy } from './PlacementPolicy';

/** Whether the component of this name, if there is one, is the request's. */
export function isOwn(
  { owner }: PlacementRequest,
  { existing }: PlacementPolicy,
): boolean {
  return !existing || (existing.isVisible && existing.owner === owner);
}

/** Why a service cannot have the name. */
export function nameProblems(
  request: PlacementRequest,
  policy: PlacementPolicy,
): PlacementRefusal[] {
  const { name } = request;
  const { existing } = policy;
  const message = serviceNameProblem(name);
  if (message) {
    return [{ input: 'name', message }];
  }
  if (!existing || isOwn(request, policy)) {
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
