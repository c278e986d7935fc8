/** @public */
export interface HcpTerraformRun {
  /** `run-…` */
  id: string;
  /** As HCP Terraform names it; others may come. */
  status: string;
  message?: string;
  /** ISO 8601. */
  createdAt?: string;
  workspaceId?: string;
  planId?: string;
  configurationVersionId?: string;
  hasChanges?: boolean;
  isDestroy?: boolean;
  planOnly?: boolean;
  /** It waits for a person, or for us, to confirm it. */
  isConfirmable: boolean;
}
