import type {
  BackendFeature,
  RootConfigService,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  awsClientsServiceRef,
  hcpTerraformServiceRef,
  organizationAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import type {
  AwsClients,
  HcpTerraformClient,
  OrganizationAccountsService,
} from '@backstage-soa/plugin-soa-node';

/** The clients as any backend gets them: from the service's own factory. */
async function serviceFrom<T>(
  ref: ServiceRef<T, 'plugin' | 'root'>,
  config: RootConfigService,
): Promise<T> {
  let service: T | undefined;
  const feature: BackendFeature = createBackendPlugin({
    pluginId: 'contract',
    register(env) {
      env.registerInit({
        deps: { wanted: ref as ServiceRef<T, 'plugin'> },
        async init({ wanted }) {
          service = wanted as T;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      feature,
      mockServices.rootConfig.factory({ data: config.get() as never }),
    ],
  });
  await backend.stop();
  return service!;
}

export async function hcpTerraformFrom(
  config: RootConfigService,
): Promise<HcpTerraformClient> {
  return (await serviceFrom(hcpTerraformServiceRef, config)).client();
}

export function awsClientsFrom(config: RootConfigService): Promise<AwsClients> {
  return serviceFrom(awsClientsServiceRef, config);
}

export function organizationAccountsFrom(
  config: RootConfigService,
): Promise<OrganizationAccountsService> {
  return serviceFrom(organizationAccountsServiceRef, config);
}
