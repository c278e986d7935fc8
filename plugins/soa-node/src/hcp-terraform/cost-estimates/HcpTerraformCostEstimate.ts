/** @public */
export interface HcpTerraformCostEstimate {
  /** `ce-…` */
  id: string;
  /** `finished`, `skipped_due_to_targeting`, `errored`, …; others may come. */
  status: string;
  errorMessage?: string;
  /** US dollars a month, as decimal strings; only once it is finished. */
  priorMonthlyCost?: string;
  proposedMonthlyCost?: string;
  deltaMonthlyCost?: string;
}
