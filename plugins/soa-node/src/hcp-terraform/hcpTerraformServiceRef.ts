import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultHcpTerraform } from './DefaultHcpTerraform';
import type { HcpTerraform } from './HcpTerraform';

/**
 * One for the whole backend, because HCP Terraform limits requests by user.
 *
 * @public
 */
export const hcpTerraformServiceRef = createServiceRef<HcpTerraform>({
  id: 'soa.hcp-terraform',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => DefaultHcpTerraform.fromConfig(config),
    }),
});
