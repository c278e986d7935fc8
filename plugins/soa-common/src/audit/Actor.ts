/**
 * Who can cause an event.
 *
 * - `person`: a human being, or the account's root user
 * - `pipeline`: an HCP Terraform run, or a configured CI/CD role, *proven*
 * - `workload`: a role used by code
 * - `aws-service`: AWS itself
 * - `external-account`: a principal of an account outside the organisation
 * - `unknown`: none of these could be shown
 *
 * @public
 */
export const ACTOR_KINDS = [
  'person',
  'pipeline',
  'workload',
  'aws-service',
  'external-account',
  'unknown',
] as const;

/** @public */
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * Who caused an event.
 *
 * @public
 */
export interface Actor {
  kind: ActorKind;
  /** What people call it: a user name, an e-mail address, a role, a service. */
  name: string;
  /** The ARN of the principal. */
  arn?: string;
  /** The AWS service that they had act for them: `cloudformation.amazonaws.com`. */
  invokedBy?: string;
  /** The catalog's user, where one is known. */
  entityRef?: string;
  /** The HCP Terraform run, confirmed by HCP Terraform. */
  runId?: string;
  /** Where to see the run. */
  runUrl?: string;
  /** The HCP Terraform workspace of the run. */
  workspaceId?: string;
  /** What the actor says of itself without proof, such as a session name. */
  claim?: string;
}
