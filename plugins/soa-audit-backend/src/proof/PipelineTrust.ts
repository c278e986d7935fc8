import type { PipelineProof } from './PipelineProof';

/** Whose runs the configuration takes for the pipeline. */
export interface PipelineTrust {
  /** Hosts of HCP Terraform or Terraform Enterprise. */
  issuers: readonly string[];
  /**
   * The organisation's own organizations there: anybody can have one on
   * app.terraform.io, and its tokens are as genuine as ours.
   */
  organizations: readonly string[];
}

/** Whether a proof counts still, by the configuration as it is now. */
export function isTrusted(
  { issuer, organization }: Pick<PipelineProof, 'issuer' | 'organization'>,
  { issuers, organizations }: PipelineTrust,
): boolean {
  return issuers.includes(issuer) && organizations.includes(organization);
}
