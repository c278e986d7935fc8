export { AuditStore } from './AuditStore';
export type { CloudTrailRecordRow } from './AuditStore';
export { countEvents, queryEvents } from './queryEvents';
export type { EventPlace, EventScope } from './queryEvents';
export type { PositionRow } from './rows';
export type { RejectedRecord, StoredEvent } from './toRows';
