/** @public */
export const RESERVATION_OWNER_KINDS = [
  'environment',
  'rollout',
  'task',
] as const;

/**
 * - `environment`: an environment of a component, for as long as the component
 *   declares a placement in it
 * - `rollout`: until the rollout has ended
 * - `task`: a scaffolder task, until it gives up what it has
 *
 * @public
 */
export type ReservationOwnerKind = (typeof RESERVATION_OWNER_KINDS)[number];

/**
 * Whose a reservation is. Whoever may apply the component may ask for it, and give
 * it up.
 *
 * @public
 */
export interface ReservationOwner {
  kind: ReservationOwnerKind;
  /** The full reference of the component. */
  componentRef: string;
  /** The name of the environment, or the id of the rollout or task. */
  id: string;
}
