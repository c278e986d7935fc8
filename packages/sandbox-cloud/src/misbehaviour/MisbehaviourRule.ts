/** What answers a request instead, whatever the service. */
export const REFUSALS = [
  'throttle',
  'error',
  'drop',
  'hang',
  'not-found',
] as const;

/** What can become of a run that is started. */
export const RUN_ODDITIES = [
  /** It never gets beyond planning. */
  'run-hangs',
  /** Its plan fails. */
  'run-errors',
  /** Its plan is there, and applying it fails. */
  'apply-errors',
  /** A mandatory policy fails, and ends it. */
  'policy-fails',
  /** While it plans, its status is one that nobody knows. */
  'run-unknown-status',
] as const;

/** Why the next account is not made: `CreateAccountFailureReason`, in small letters. */
export const CREATION_FAILURES = [
  'account-limit-exceeded',
  'internal-failure',
  'invalid-email',
  'missing-payment-instrument',
] as const;

/** What some services can do, too. */
export const ODDITIES = {
  /** A page without items, but with a token. */
  'empty-page': ['organizations', 'cloudtrail'],
  /** A page that holds each of its events twice. */
  'repeat-events': ['cloudtrail'],
  /** Events that CloudTrail delivers five minutes after they happened. */
  'late-events': ['cloudtrail'],
  /** It is done, but the connection ends before the answer. */
  'lose-answer': ['hcp-terraform'],
  /** Somebody else is changing it. */
  'concurrent-modification': ['organizations'],
  'account-limit-exceeded': ['organizations'],
  'internal-failure': ['organizations'],
  'invalid-email': ['organizations'],
  'missing-payment-instrument': ['organizations'],
  'run-hangs': ['hcp-terraform'],
  'run-errors': ['hcp-terraform'],
  'apply-errors': ['hcp-terraform'],
  'policy-fails': ['hcp-terraform'],
  'run-unknown-status': ['hcp-terraform'],
} as const;

export const SERVICES = [
  'organizations',
  'cloudtrail',
  'cloudwatch',
  'ec2',
  'ssm',
  'sts',
  'hcp-terraform',
] as const;

export type SandboxService = (typeof SERVICES)[number];
export type Refusal = (typeof REFUSALS)[number];
/** Refusals that are no answer. */
export type Silence = 'drop' | 'hang';
export type Oddity = keyof typeof ODDITIES;

/** How the next requests shall be answered instead. */
export interface MisbehaviourRule {
  service: SandboxService;
  /** The AWS operation, a piece of method and path, or of a run's workspace; any if absent. */
  operation?: string;
  kind: Refusal | Oddity;
  /** How many requests; events, for `late-events`. */
  times: number;
  /** Which part of all runs, from 0 to 1: the same ones for the same seed. */
  share?: number;
  seed?: number;
}
