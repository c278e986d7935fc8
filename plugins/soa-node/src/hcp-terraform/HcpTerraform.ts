import type { HcpTerraformClient } from './HcpTerraformClient';

/**
 * The HCP Terraform organizations of `soa.hcpTerraform` in the configuration.
 *
 * @public
 */
export interface HcpTerraform {
  /** The names of the organizations; the first one is the default. */
  organizations(): string[];

  /**
   * The client of an organization, of the default one if none is named.
   *
   * @throws NotFoundError if the configuration does not name the organization
   */
  client(organization?: string): HcpTerraformClient;
}
