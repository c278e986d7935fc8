/** An entry of `soa.hcpTerraform`. */
export interface HcpTerraformSettings {
  organization: string;
  /** Without `/api/v2`, and without a slash at its end. */
  baseUrl: string;
  webUrl: string;
  token: string;
  /** Where the configuration has it: `soa.hcpTerraform[0]`. */
  configKey: string;
}
