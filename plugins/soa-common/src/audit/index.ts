export { ACTOR_KINDS } from './Actor';
export type { Actor, ActorKind } from './Actor';
export type {
  AuditEventDetail,
  AuditEventFilter,
  AuditEventsPage,
  AuditFacets,
  AuditSourcePosition,
} from './AuditApi';
export { ATTRIBUTION_RULES } from './AuditEvent';
export type {
  Attribution,
  AttributionRule,
  AuditEvent,
  AuditEventResource,
} from './AuditEvent';
export type { AuditRefresh, AuditRefreshItem } from './AuditRefresh';
export type { Coverage, CoverageGap } from './Coverage';
export { isOutOfBand } from './isOutOfBand';
