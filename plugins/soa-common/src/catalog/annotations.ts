/**
 * The AWS account that an entity is or belongs to.
 *
 * @public
 */
export const ANNOTATION_ACCOUNT_ID = 'amazonaws.com/account-id';

/** @public */
export const ANNOTATION_ARN = 'amazonaws.com/arn';

/** @public */
export const ANNOTATION_ORGANIZATION_ID = 'amazonaws.com/organization-id';

/**
 * The AWS account's or organizational unit's place: the names of the
 * organizational units above it, from the root, joined by `/`.
 *
 * @public
 */
export const ANNOTATION_ORGANIZATIONAL_UNIT_PATH =
  'amazonaws.com/organizational-unit-path';

/**
 * The HCP Terraform workspace that an entity is: its id.
 *
 * @public
 */
export const ANNOTATION_WORKSPACE_ID = 'app.terraform.io/workspace-id';

/**
 * The HCP Terraform organization of a workspace entity.
 *
 * @public
 */
export const ANNOTATION_TERRAFORM_ORGANIZATION =
  'app.terraform.io/organization';
