/**
 * Brings AWS accounts, organizational units and HCP Terraform workspaces into
 * the catalog, and checks placements.
 *
 * @packageDocumentation
 */

export { catalogModuleSoa as default } from './module';
