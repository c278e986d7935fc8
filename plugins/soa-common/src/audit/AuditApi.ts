import type { ActorKind } from './Actor';
import type { AuditEvent } from './AuditEvent';
import type { Coverage } from './Coverage';

/**
 * What narrows a list of events; all that is given must hold.
 *
 * @public
 */
export interface AuditEventFilter {
  /** ISO 8601; inclusive. */
  from?: string;
  /** ISO 8601; exclusive. */
  to?: string;
  actorKind?: ActorKind[];
  actor?: string;
  eventName?: string[];
  eventSource?: string[];
  account?: string[];
  region?: string[];
  readOnly?: boolean;
  failed?: boolean;
  outOfBand?: boolean;
}

/**
 * `GET /v1/entities/{kind}/{namespace}/{name}/events`: newest first.
 *
 * @public
 */
export interface AuditEventsPage {
  items: AuditEvent[];
  nextCursor?: string;
  coverage: Coverage;
}

/**
 * `GET /v1/entities/{kind}/{namespace}/{name}/facets`: how many events there are
 * of each kind of actor, account and Region.
 *
 * @public
 */
export interface AuditFacets {
  actorKind: Record<string, number>;
  account: Record<string, number>;
  region: Record<string, number>;
}

/**
 * `GET /v1/events/{eventId}`: the event with CloudTrail's record, redacted.
 *
 * @public
 */
export interface AuditEventDetail extends AuditEvent {
  record: Record<string, unknown>;
}

/**
 * An item of `GET /v1/sources`: how far a source has read an account and
 * Region.
 *
 * @public
 */
export interface AuditSourcePosition {
  source: string;
  account: string;
  region: string;
  /** Everything before this has been read; ISO 8601. */
  readUntil?: string;
  /** Seconds between now and `readUntil`. */
  lagSeconds?: number;
  lastError?: string;
  lastErrorAt?: string;
}
