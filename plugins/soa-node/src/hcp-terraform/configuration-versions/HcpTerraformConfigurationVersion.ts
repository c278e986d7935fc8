/** @public */
export interface HcpTerraformConfigurationVersion {
  /** `cv-…` */
  id: string;
  /** `pending`, `uploaded`, `errored`, …; others may come. */
  status: string;
  errorMessage?: string;
  /** Only in the answer to its creation. */
  uploadUrl?: string;
}
