export { describeLock, targetInWords } from './describeLock';
export { LockWait } from './LockWait';
export { ownerOf } from './ownerOf';
export { purposeOf } from './purposeOf';
export {
  accountInput,
  environmentInput,
  rangeNameInput,
  rolloutIdInput,
  zoneInput,
} from './reservationInputs';
export { targetOf } from './targetOf';
