/**
 * An IPv4 range of a VPC, as AWS has it.
 *
 * @public
 */
export interface VpcRange {
  vpcId: string;
  /** Such as `10.1.0.0/16`. */
  cidr: string;
  /** Another account than the one that was asked, where the VPC is shared with it. */
  ownerAccount: string;
}
