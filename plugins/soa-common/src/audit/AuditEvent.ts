import type { Actor } from './Actor';

/**
 * By what an event was attributed to an entity, strongest first.
 *
 * - `run`: a proven run → its workspace → the component
 * - `role`: the deploy role or task role of a workspace
 * - `resource`: an ARN of the event is known from Terraform's state
 * - `account`: the account hosts this one component only
 * - `user-agent`: a marker in the user agent
 *
 * @public
 */
export const ATTRIBUTION_RULES = [
  'run',
  'role',
  'resource',
  'account',
  'user-agent',
] as const;

/** @public */
export type AttributionRule = (typeof ATTRIBUTION_RULES)[number];

/**
 * An event belongs to an entity.
 *
 * @public
 */
export interface Attribution {
  entityRef: string;
  rule: AttributionRule;
  /** From 0 to 1. */
  confidence: number;
}

/** @public */
export interface AuditEventResource {
  /** An ARN; where CloudTrail gives none, the name that it gives. */
  arn: string;
  /** CloudFormation's name of the type, such as `AWS::ECS::Cluster`. */
  type?: string;
}

/**
 * One event of CloudTrail, as the audit plugin serves it.
 *
 * @public
 */
export interface AuditEvent {
  eventId: string;
  /** ISO 8601, UTC. */
  eventTime: string;
  /** The API call: `DeleteCluster`. */
  eventName: string;
  /** The AWS service: `ecs.amazonaws.com`. */
  eventSource: string;
  /** The account in whose log it is. */
  accountId: string;
  region: string;
  readOnly: boolean;
  failed: boolean;
  errorCode?: string;
  errorMessage?: string;
  actor: Actor;
  /** Only for holders of `soa.audit.read.network`. */
  sourceIp?: string;
  /** Only for holders of `soa.audit.read.network`. */
  userAgent?: string;
  /** Made in the AWS Management Console. */
  console: boolean;
  resources: AuditEventResource[];
  attributions: Attribution[];
  /** A successful change by neither pipeline, workload nor AWS; no sign-in is one. */
  outOfBand: boolean;
}
