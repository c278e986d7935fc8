/**
 * The repository that a workspace is linked to, through an OAuth token or an
 * installation of HCP Terraform's GitHub App.
 *
 * @public
 */
export interface HcpTerraformVcsRepo {
  /** As the host writes it: `acme/orders`. */
  identifier: string;
  /** The repository's default branch if absent. */
  branch?: string;
  /** `ot-…` */
  oauthTokenId?: string;
  /** `ghain-…` */
  githubAppInstallationId?: string;
}
