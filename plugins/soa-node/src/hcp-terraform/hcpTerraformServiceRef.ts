import { createServiceRef } from '@backstage/backend-plugin-api';
import type { HcpTerraform } from './HcpTerraform';

/** @public */
export const hcpTerraformServiceRef = createServiceRef<HcpTerraform>({
  id: 'soa.hcp-terraform',
});
