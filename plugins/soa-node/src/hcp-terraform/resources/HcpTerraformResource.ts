/**
 * A resource in the state of a workspace.
 *
 * @public
 */
export interface HcpTerraformResource {
  id: string;
  /** As Terraform writes it: `module.db.aws_db_instance.this[0]`. */
  address: string;
  /** Such as `aws_db_instance`. */
  type?: string;
  /** Such as `hashicorp/aws`. */
  provider?: string;
  /** ISO 8601, of the resource's last change. */
  updatedAt?: string;
}
