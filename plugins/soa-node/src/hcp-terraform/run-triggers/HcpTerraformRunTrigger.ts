/**
 * Has a workspace run when another one has applied.
 *
 * @public
 */
export interface HcpTerraformRunTrigger {
  /** `rt-…` */
  id: string;
  /** The other workspace. */
  sourceId?: string;
}
