export { AuditStore } from './AuditStore';
export {
  listOfVersion,
  listOutdatedVersions,
  stampEvents,
} from './outdatedEvents';
export { countEvents, listOwners, queryEvents } from './queryEvents';
export type { EventPlace } from './olderThan';
export type { EventScope } from './queryEvents';
export { isUnchanged } from './replaceEvents';
export type { ReassessedEvent, StoredRecordRow } from './replaceEvents';
export { listRejections } from './rejectedRecords';
export type { Rejection } from './rejectedRecords';
export type { PositionRow } from './rows';
export type { RejectedRecord, StoredEvent } from './toRows';
export type { NewPosition } from './savePosition';
export { ShardLease } from './ShardLease';
export { ShardLeases } from './ShardLeases';
export type { ShardKey } from './ShardLeases';
