/**
 * How HCP Terraform tells the portal of an organization's runs.
 *
 * @public
 */
export interface HcpTerraformNotificationSettings {
  organization: string;
  /** What each workspace's own secret is derived from. */
  key: string;
  /** Where HCP Terraform reaches the portal; its own address if absent. */
  url?: string;
}
