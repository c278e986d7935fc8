export { EVERY_REGION } from './OwnerPlace';
export type { OwnerPlace, RunAccount } from './OwnerPlace';
export { placesOf } from './placesOf';
