/**
 * What the policies of one evaluation say of a run.
 *
 * @public
 */
export interface HcpTerraformPolicyResult {
  id: string;
  kind: 'opa' | 'sentinel' | 'terraform';
  /** `passed`, `failed`, `overridden`, …; others may come. */
  status: string;
  /** How many policies, where the host counts them. */
  passed: number;
  /** Failed, and holds nothing up. */
  advisoryFailed: number;
  /** Failed, and the run ends, or waits for somebody to override it. */
  mandatoryFailed: number;
  /** Could not be evaluated. */
  errored: number;
}
