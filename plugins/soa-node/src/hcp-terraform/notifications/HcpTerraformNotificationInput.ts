/** @public */
export interface HcpTerraformNotificationInput {
  name: string;
  /** Gets a request in JSON; HCP Terraform wants 2xx from it before it counts. */
  url: string;
  /** What requests are signed with: never given back. */
  token: string;
  triggers: readonly string[];
}
