/**
 * Scaffolder actions for placements, Terraform and HCP Terraform.
 *
 * @packageDocumentation
 */

export { scaffolderModuleSoa as default } from './module';
