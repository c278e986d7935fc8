/** What answers a request instead, whatever the service. */
export const REFUSALS = [
  'throttle',
  'error',
  'drop',
  'hang',
  'not-found',
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
} as const;

export const SERVICES = [
  'organizations',
  'cloudtrail',
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
  /** The AWS operation, or a piece of method and path; any if absent. */
  operation?: string;
  kind: Refusal | Oddity;
  /** How many requests; events, for `late-events`. */
  times: number;
}
