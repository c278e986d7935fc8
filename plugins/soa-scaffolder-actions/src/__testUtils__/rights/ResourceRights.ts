/**
 * What the AWS provider asks of AWS for one kind of resource or data source.
 * Actions are written `service:One,Two other:Three`.
 */
export interface ResourceRights {
  /**
   * Where the actions are from: `cfn`, the permissions of the handlers in the
   * schema of a CloudFormation resource; `provider`, the calls in the source of
   * Terraform's AWS provider; `sar`, the Service Authorization Reference; `guide`,
   * the user guide of the service.
   */
  source: string;
  /** To read it: the plan role asks that, too. */
  reads?: string;
  /** What that is, where it is not what the run makes; `ACCOUNT` is the account. */
  readsOf?: readonly string[];
  /** To make it, when it has no tags yet. */
  makes?: string;
  /** To make it as well, where this attribute is false. */
  makesWithout?: { attribute: string; asks: string };
  /** To change, tag and delete it, when it has those of its workspace. */
  changes?: string;
  /** What that touches of another workspace, such as the platform's listener. */
  shares?: string;
  /** To empty it first, where it has `force_destroy`. */
  empties?: string;
  /** The services whose service-linked role AWS makes along with it. */
  links?: string;
}

/** By Terraform's type. */
export type RightsOf = Readonly<Record<string, ResourceRights>>;
