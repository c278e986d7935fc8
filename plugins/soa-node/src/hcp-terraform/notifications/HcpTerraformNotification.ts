/**
 * A notification configuration of a workspace: what it tells whom.
 *
 * @public
 */
export interface HcpTerraformNotification {
  /** `nc-…` */
  id: string;
  name: string;
  /** `generic`, `slack`, `email`, … */
  destinationType: string;
  enabled: boolean;
  url?: string;
  /** Such as `run:completed`. */
  triggers: string[];
}
