/**
 * The inventory of AWS accounts, HCP Terraform workspaces and placements.
 *
 * @packageDocumentation
 */

export { soaAccountsPlugin as default } from './plugin';
