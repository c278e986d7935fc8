import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { hcpTerraformServiceRef } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';

/** The client of the organization `acme` of a host, as any backend gets it. */
export async function hcpTerraformClientOf(
  baseUrl: string,
): Promise<HcpTerraformClient> {
  let client: HcpTerraformClient | undefined;
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'soa-test',
        register(env) {
          env.registerInit({
            deps: { hcpTerraform: hcpTerraformServiceRef },
            async init({ hcpTerraform }) {
              client = hcpTerraform.client();
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          soa: {
            hcpTerraform: [{ organization: 'acme', token: 'token', baseUrl }],
          },
        },
      }),
    ],
  });
  await backend.stop();
  return client!;
}
