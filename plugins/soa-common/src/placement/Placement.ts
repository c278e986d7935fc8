import type { Runtime } from '../runtime';

/**
 * A component runs in this environment, in this account, in this Region, on
 * this runtime, managed by this workspace: an entry of `spec.placements`.
 *
 * @public
 */
export interface Placement {
  /** One of the organisation's environments, such as `prod`. */
  environment: string;
  /** The AWS account's id: twelve digits. */
  account: string;
  /** An AWS Region, or `global`. */
  region: string;
  runtime: Runtime;
  /** Tells apart placements that are otherwise alike. */
  cell?: string;
  /** The HCP Terraform workspace, as `name` or `organization/name`. */
  workspace?: string;
}
