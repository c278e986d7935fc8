/**
 * What a plan would do to a resource.
 *
 * @public
 */
export interface HcpTerraformPlannedChange {
  /** As Terraform writes it: `module.db.aws_db_instance.this[0]`. */
  address: string;
  /** Such as `aws_db_instance`. */
  type: string;
  /** One or more of `no-op`, `create`, `read`, `update`, `delete`, `forget`. */
  actions: string[];
}
