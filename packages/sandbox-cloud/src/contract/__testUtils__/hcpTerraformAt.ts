import { mockServices } from '@backstage/backend-test-utils';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { hcpTerraformFrom } from './clients';

/** The client of an organization of the sandbox cloud, or of who stands before it. */
export function hcpTerraformAt(
  baseUrl: string,
  { organization = 'acme', token = 'sandbox-token' } = {},
): Promise<HcpTerraformClient> {
  return hcpTerraformFrom(
    mockServices.rootConfig({
      data: { soa: { hcpTerraform: [{ organization, baseUrl, token }] } },
    }),
  );
}
