/**
 * `spec.type` of the resource that stands for an AWS account.
 *
 * @public
 */
export const RESOURCE_TYPE_CLOUD_ACCOUNT = 'cloud-account';

/**
 * `spec.type` of the resource that stands for an organizational unit.
 *
 * @public
 */
export const RESOURCE_TYPE_ORGANIZATIONAL_UNIT = 'organizational-unit';

/**
 * `spec.type` of the resource that stands for an HCP Terraform workspace.
 *
 * @public
 */
export const RESOURCE_TYPE_TERRAFORM_WORKSPACE = 'terraform-workspace';
