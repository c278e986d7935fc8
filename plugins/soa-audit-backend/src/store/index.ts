export { AuditStore } from './AuditStore';
export type {
  CloudTrailRecordRow,
  RejectedRecord,
  StoredEvent,
} from './AuditStore';
export { countEvents, queryEvents } from './queryEvents';
export type { EventPlace, EventScope } from './queryEvents';
export type { PositionRow } from './rows';
