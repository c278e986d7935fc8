export { EVERY_REGION } from './OwnerPlace';
export type { OwnerPlace } from './OwnerPlace';
export { placesOf } from './placesOf';
