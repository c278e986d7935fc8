/** @public */
export interface HcpTerraformConfigurationVersion {
  /** `cv-…` */
  id: string;
  /** `pending`, `uploaded`, `errored`, …; others may come. */
  status: string;
  errorMessage?: string;
  /** Only in the answer to its creation. */
  uploadUrl?: string;
  /** Of what a workspace got from its repository, where that was asked for. */
  commitSha?: string;
  /** It can be planned only, as that of a pull request. */
  speculative?: boolean;
}
