export type { LockRequest } from './LockRequest';
export { LOCK_TARGET_KINDS } from './LockTarget';
export type { LockTarget, LockTargetKind } from './LockTarget';
export type { NetworkRange, OverlappingVpc } from './NetworkRange';
export type { NetworkRangeRequest } from './NetworkRangeRequest';
export { RESERVATION_OWNER_KINDS } from './ReservationOwner';
export type {
  ReservationOwner,
  ReservationOwnerKind,
} from './ReservationOwner';
export type { ReservationPurpose } from './ReservationPurpose';
export type {
  LockQuery,
  NetworkRangeQuery,
  ReservationPage,
} from './ReservationQuery';
export type {
  LockRelease,
  NetworkRangeRelease,
  ReservationRelease,
} from './ReservationRelease';
export type { SoaLock } from './SoaLock';
