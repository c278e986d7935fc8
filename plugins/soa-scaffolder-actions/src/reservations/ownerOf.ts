import { InputError } from '@backstage/errors';
import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';

/**
 * Whose a reservation is: an environment's, a rollout's, or else the task's.
 *
 * @throws InputError if both are named
 */
export function ownerOf(
  input: { componentRef: string; environment?: string; rolloutId?: string },
  taskId: string,
): ReservationOwner {
  const { componentRef, environment, rolloutId } = input;
  if (environment && rolloutId) {
    throw new InputError(
      "rolloutId: a lock is an environment's or a rollout's: leave one of them out",
    );
  }
  if (environment) {
    return { kind: 'environment', componentRef, id: environment };
  }
  return rolloutId
    ? { kind: 'rollout', componentRef, id: rolloutId }
    : { kind: 'task', componentRef, id: taskId };
}
