/**
 * What HCP Terraform found when it last compared a workspace's resources with
 * its configuration.
 *
 * @public
 */
export interface HcpTerraformAssessment {
  /** `asmtres-…` */
  id: string;
  /** Absent if it failed: it says nothing then. */
  drifted?: boolean;
  /** How many resources have drifted. */
  resourcesDrifted?: number;
  /** ISO 8601 */
  createdAt?: string;
}
